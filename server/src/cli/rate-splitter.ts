/** Takes a text in pieces and tells each value in it. */
export interface Splitter {
  /** @throws BrokenText */
  push(piece: string): void
  /** @throws BrokenText where the text ends too early */
  end(): void
}

/** A text in which no further values can be found. */
export class BrokenText extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

/** `line`: the one on which the value begins. */
export type OnValue = (json: string, line: number) => void

/** Longest value in UTF-16 units: battles hold whole conversations, but no file fits into one battle. */
const LONGEST_VALUE = 16 * 1024 * 1024

/** What of a piece is still to be read, from `from` on. */
export function kept(text: string, from: number, line: number): string {
  if (text.length - from > LONGEST_VALUE)
    throw new BrokenText(line, 'this is too long for one battle')
  return text.slice(from)
}
