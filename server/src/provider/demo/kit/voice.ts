import { createHash } from 'node:crypto'

/** Chance that repeats itself: the same seed makes the same choices in the same order. */
export class Voice {
  private state: number

  /** A `steady` voice always takes the first phrasing: what temperature 0 asks for. */
  constructor(
    seed: string,
    private readonly steady = false,
  ) {
    this.state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  }

  /** Uniform in [0, 1); the generator is Mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** One of several phrasings. */
  pick<T>(choices: readonly [T, ...T[]]): T {
    if (this.steady) return choices[0]
    return choices[Math.floor(this.next() * choices.length)] ?? choices[0]
  }
}
