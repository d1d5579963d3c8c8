/** UTF-16 units of text and reasoning together; no answer that people read is as long. */
const LONGEST = 200_000
/** Pieces in a row that are the same: the model has fallen into a loop. */
const LONGEST_RUN = 100

/** Sees that an answer does not go on for ever. */
export class OutputGuard {
  private left = LONGEST
  private last = ''
  private run = 0

  /** @returns as much of the piece as there is room for */
  take(piece: string | undefined): string {
    if (!piece) return ''
    this.run = piece === this.last ? this.run + 1 : 1
    this.last = piece
    const kept = piece.slice(0, this.left)
    this.left -= kept.length
    return kept
  }

  /** Nothing more is to be taken. */
  get full(): boolean {
    return this.left === 0 || this.run >= LONGEST_RUN
  }
}
