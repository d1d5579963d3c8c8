/** What somebody is about to send. */
export interface Submission {
  /** All that a person has written of the conversation, the newest last: what either side gets to read. */
  text: string
  /** Pictures that come with it now, as data. */
  images: readonly CheckedImage[]
}

export interface CheckedImage {
  mediaType: 'image/png' | 'image/jpeg'
  data: Buffer
}

/** The port to whoever judges. */
export abstract class Checker {
  /** Whether to refuse it. @throws CheckerDown */
  abstract refuses(submission: Submission): Promise<boolean>
}

/** Nobody could judge; `reason` is for the operator, and holds neither key nor text. */
export class CheckerDown extends Error {
  constructor(readonly reason: string) {
    super(reason)
    this.name = 'CheckerDown'
  }
}
