import { ageOf } from './stamp.js'

/** What was heard in a run: how many whole tokens, and how old each was on arrival, in milliseconds. */
export class Heard {
  tokens = 0
  readonly delays: number[] = []
}

/** One listener to the sides of one battle; a token may come in two pieces. */
export class Ears {
  private readonly rest = new Map<string, string>()

  constructor(private readonly heard: Heard) {}

  /** `late`: text of a snapshot, whose age says nothing. */
  hear(side: string, text: string, late = false): void {
    const tokens = ((this.rest.get(side) ?? '') + text).split(' ')
    this.rest.set(side, tokens.pop() ?? '')
    this.heard.tokens += tokens.length
    if (!late) for (const token of tokens) this.heard.delays.push(ageOf(token))
  }
}
