import { ageOf } from './stamp.js'

/** What was heard in a run: how many whole tokens, and how old each was on arrival, in milliseconds. */
export class Heard {
  tokens = 0
  readonly delays: number[] = []
  private onFirst: () => void = () => undefined

  /** Resolves at the first token. */
  first(): Promise<void> {
    return new Promise((resolve) => (this.onFirst = resolve))
  }

  take(tokens: readonly string[], late: boolean): void {
    if (this.tokens === 0 && tokens.length > 0) this.onFirst()
    this.tokens += tokens.length
    if (!late) for (const token of tokens) this.delays.push(ageOf(token))
  }
}

/** One listener to the sides of one battle; a token may come in two pieces. */
export class Ears {
  private readonly rest = new Map<string, string>()

  constructor(private readonly heard: Heard) {}

  /** `late`: text of a snapshot, whose age says nothing. */
  hear(side: string, text: string, late = false): void {
    const tokens = ((this.rest.get(side) ?? '') + text).split(' ')
    this.rest.set(side, tokens.pop() ?? '')
    this.heard.take(tokens, late)
  }
}
