import { kept, type OnValue, type Splitter } from './rate-splitter.js'

/** One value a line; blank lines are none. */
export class LineSplitter implements Splitter {
  private rest = ''
  private line = 0

  constructor(private readonly onValue: OnValue) {}

  push(piece: string): void {
    const text = this.rest + piece
    let from = 0
    for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
      this.tell(text.slice(from, to))
      from = to + 1
    }
    this.rest = kept(text, from, this.line + 1)
  }

  end(): void {
    this.tell(this.rest)
    this.rest = ''
  }

  private tell(text: string): void {
    this.line += 1
    if (text.trim() !== '') this.onValue(text, this.line)
  }
}
