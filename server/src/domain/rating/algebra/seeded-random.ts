/**
 * Uniform numbers in [0, 1) that are the same for the same seed, so that a figure made by draws can be
 * made again: sfc32 by C. Doty-Humphrey (PractRand). Not for secrets.
 */
export class SeededRandom {
  private a = 0
  private b: number
  private c = 0
  private counter = 1
  private spare: number | undefined

  constructor(seed: number) {
    this.b = seed | 0
    for (let i = 0; i < 12; i += 1) this.next()
  }

  next(): number {
    const sum = (this.a + this.b + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }

  /** Standard normal, two at a time: Marsaglia's polar method (1964). */
  normal(): number {
    if (this.spare !== undefined) {
      const spare = this.spare
      this.spare = undefined
      return spare
    }
    for (;;) {
      const x = 2 * this.next() - 1
      const y = 2 * this.next() - 1
      const square = x * x + y * y
      if (square === 0 || square >= 1) continue
      const factor = Math.sqrt((-2 * Math.log(square)) / square)
      this.spare = y * factor
      return x * factor
    }
  }
}
