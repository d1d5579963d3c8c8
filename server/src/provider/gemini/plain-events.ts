/** What the SDK reads as it stands: whole events of one `data: ` line each. */
const PLAIN = /^(?:data: [^\r\n]*(?:\n\n|\r\n\r\n))+$/
/** Bytes of U+2028 and U+2029, and of the mark that may stand at the beginning of a stream. */
const LINE_SEPARATOR = '\xe2\x80\xa8'
const PARAGRAPH_SEPARATOR = '\xe2\x80\xa9'
const BYTE_ORDER_MARK = '\xef\xbb\xbf'

/** Answers that the SDK reads as events; the path is the request's. */
export const isGeminiStream = (path: string): boolean => path.includes(':streamGenerateContent')

/**
 * Brings the events of a stream into the one form that the SDK (0.24) can read. Its parser takes `data: `, one line
 * and an empty one; from the first comment, `event:` or `id:` on, as gateways and proxies send them to keep a
 * connection open, it reads nothing more. It also takes U+2028 for the end of a line. Works on bytes,
 * as Latin-1, so that whatever is no UTF-8 stays as it came.
 */
export class PlainEvents {
  private line = ''
  private data: string[] = []
  private begun = false
  /** The last byte was a carriage return: a line feed that follows belongs to it. */
  private afterReturn = false

  take(bytes: Buffer): Buffer {
    const text = bytes.toString('latin1')
    const between = this.line === '' && this.data.length === 0 && !this.afterReturn
    if (between && PLAIN.test(text) && !hasSeparator(text)) {
      this.begun = true
      return bytes
    }
    const rest = this.afterReturn && text.startsWith('\n') ? text.slice(1) : text
    if (text !== '') this.afterReturn = text.endsWith('\r')
    const lines = rest.split(/\r\n|\r|\n/)
    const unfinished = lines.pop() ?? ''
    if (lines.length > 0) lines[0] = this.line + lines[0]
    this.line = lines.length > 0 ? unfinished : this.line + unfinished
    return Buffer.from(lines.map((line) => this.read(line)).join(''), 'latin1')
  }

  /** @returns the event that ends here, if one does */
  private read(line: string): string {
    if (!this.begun) {
      this.begun = true
      if (line.startsWith(BYTE_ORDER_MARK)) return this.read(line.slice(BYTE_ORDER_MARK.length))
    }
    if (line.startsWith('data:')) this.data.push(line.slice(line[5] === ' ' ? 6 : 5))
    if (line !== '' || this.data.length === 0) return ''
    // A break between two lines of JSON is as good as a space.
    const data = this.data.splice(0).join(' ')
    return `data: ${hasSeparator(data) ? escaped(data) : data}\n\n`
  }
}

const hasSeparator = (text: string): boolean =>
  text.includes(LINE_SEPARATOR) || text.includes(PARAGRAPH_SEPARATOR)

const escaped = (text: string): string =>
  text.replaceAll(LINE_SEPARATOR, '\\u2028').replaceAll(PARAGRAPH_SEPARATOR, '\\u2029')
