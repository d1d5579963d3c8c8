import type { Clock } from '../domain/ports.js'

const EVERY_MS = 2000

/** Says how far the reading of a long file is; a short one is read in silence. */
export class Progress {
  private next: number

  constructor(
    private readonly clock: Clock,
    private readonly write: (line: string) => void,
    /** Bytes of the file; 0 where they are not known. */
    private readonly size: number,
  ) {
    this.next = clock.elapsed() + EVERY_MS
  }

  report(bytes: number, battles: number): void {
    if (this.clock.elapsed() < this.next) return
    this.next = this.clock.elapsed() + EVERY_MS
    const share = this.size > 0 ? `${Math.floor((100 * bytes) / this.size)} % read, ` : ''
    this.write(`${share}${battles.toLocaleString('en')} battles\n`)
  }
}
