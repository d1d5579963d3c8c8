import { BrokenText, kept, type OnValue, type Splitter } from './rate-splitter.js'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const NEWLINE = 0x0a
const OPENING_BRACKET = 0x5b
const CLOSING_BRACKET = 0x5d
const OPENING_BRACE = 0x7b
const CLOSING_BRACE = 0x7d

/**
 * The elements of one JSON array. It knows strings, brackets and commas only: whether what lies between
 * two commas is a value is for the parser of the values to say.
 */
export class ArraySplitter implements Splitter {
  private text = ''
  private at = 0
  /** Brackets open, the array's own included. */
  private depth = 0
  private inString = false
  private empty = true
  private line = 1
  private from = 0
  private firstLine = 0
  private closed = false

  constructor(private readonly onValue: OnValue) {}

  push(piece: string): void {
    this.text += piece
    while (this.at < this.text.length) {
      if (this.inString) this.skipString()
      else this.step(this.text.charCodeAt(this.at))
    }
    this.text = kept(this.text, this.from, this.line)
    this.at -= this.from
    this.from = 0
  }

  end(): void {
    if (!this.closed) throw new BrokenText(this.line, 'the file ends before the array does')
  }

  private step(code: number): void {
    if (code === NEWLINE) this.line += 1
    else if (code > 0x20) this.visible(code)
    this.at += 1
  }

  private visible(code: number): void {
    if (this.closed) throw new BrokenText(this.line, 'something follows the end of the array')
    if (code === COMMA && this.depth === 1) return this.finish()
    if (code === CLOSING_BRACKET && this.depth === 1) return this.close()
    if (this.depth > 0) this.firstLine ||= this.line
    if (code === QUOTE) this.inString = true
    else if (code === OPENING_BRACKET || code === OPENING_BRACE) this.open()
    else if (this.depth > 1 && (code === CLOSING_BRACKET || code === CLOSING_BRACE)) this.depth -= 1
  }

  private open(): void {
    this.depth += 1
    if (this.depth === 1) this.from = this.at + 1
  }

  /** Only the array itself may hold nothing; an element between commas must be something. */
  private close(): void {
    if (!this.empty || this.firstLine > 0) this.finish()
    this.depth = 0
    this.closed = true
  }

  private finish(): void {
    this.onValue(this.text.slice(this.from, this.at), this.firstLine || this.line)
    this.empty = false
    this.from = this.at + 1
    this.firstLine = 0
  }

  /** Moves behind the quote that ends the string, or to the end of what is known of it. */
  private skipString(): void {
    const quote = this.text.indexOf('"', this.at)
    this.at = quote === -1 ? this.text.length : quote + 1
    this.inString = quote === -1 || isEscaped(this.text, quote)
  }
}

/** Whether an odd number of backslashes stands before the place. */
function isEscaped(text: string, place: number): boolean {
  let before = place
  while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1
  return (place - before) % 2 === 1
}
