const FIRST_ROOM = 1024

/** Numbers that come one by one, kept without a box around each. */
export class Column {
  private cells = new Float64Array(FIRST_ROOM)
  private length = 0

  push(value: number): void {
    if (this.length === this.cells.length) {
      const wider = new Float64Array(2 * this.length)
      wider.set(this.cells)
      this.cells = wider
    }
    this.cells[this.length] = value
    this.length += 1
  }

  /** What was pushed; not a copy. */
  values(): Float64Array {
    return this.cells.subarray(0, this.length)
  }
}
