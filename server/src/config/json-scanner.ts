import type { Finding } from './startup-error.js'

export interface JsonFindings {
  /** The first thing that is not JSON; without one `JSON.parse` takes the text. */
  fault?: Finding
  /** Names that stand twice in one object, of which only the last counts. */
  duplicates: Finding[]
}

const SPACE = /[ \t\r\n]*/y
// Written without a choice between equal ways, so that a text without an end costs linear time.
const STRING =
  // eslint-disable-next-line no-control-regex -- JSON forbids bare control characters in texts
  /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y
const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const MAX_DEPTH = 64

class Fault extends Error {}

/**
 * Says where a text is not JSON (RFC 8259), as line and column. The message of `JSON.parse` will not
 * do: it quotes the text around the fault, which may be a key, and does not always give the place.
 */
export function scanJson(text: string): JsonFindings {
  return new JsonScanner(text).scan()
}

class JsonScanner {
  private at = 0
  private readonly duplicates: Finding[] = []

  constructor(private readonly text: string) {}

  scan(): JsonFindings {
    try {
      if (this.text.trim() === '') throw new Fault('the file is empty')
      this.value(0)
      if (this.at < this.text.length) throw new Fault('expected the end of the file')
      return { duplicates: this.duplicates }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return { fault: this.finding(error.message), duplicates: this.duplicates }
    }
  }

  private value(depth: number): void {
    if (depth > MAX_DEPTH) throw new Fault(`nested more than ${MAX_DEPTH} levels deep`)
    this.read(SPACE)
    const first = this.text[this.at]
    if (first === '{') this.list('}', this.member(depth))
    else if (first === '[') this.list(']', () => this.value(depth + 1))
    else if (!this.read(first === '"' ? STRING : NUMBER_OR_WORD)) {
      throw new Fault(first === '"' ? 'this text has no end or a wrong escape' : 'expected a value')
    }
    this.read(SPACE)
  }

  private list(close: '}' | ']', item: () => void): void {
    this.at += 1
    this.read(SPACE)
    if (this.skip(close)) return
    do {
      this.read(SPACE)
      if (this.text[this.at] === close) throw new Fault(`a comma before ${close} is one too many`)
      item()
    } while (this.skip(','))
    if (!this.skip(close)) throw new Fault(`expected a comma or ${close}`)
  }

  private member(depth: number): () => void {
    const names = new Set<string>()
    return () => {
      const start = this.at
      const name = this.read(STRING)
      if (!name) throw new Fault('expected a name in double quotes')
      if (names.has(name)) {
        this.duplicates.push(
          this.finding('this name stands twice; only the last one counts', start),
        )
      }
      names.add(name)
      this.read(SPACE)
      if (!this.skip(':')) throw new Fault('expected a colon')
      this.value(depth + 1)
    }
  }

  private read(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? ''
    this.at += found.length
    return found
  }

  private skip(sign: string): boolean {
    const found = this.text[this.at] === sign
    if (found) this.at += 1
    return found
  }

  private finding(message: string, at = this.at): Finding {
    const before = this.text.slice(0, at).split('\n')
    return { path: `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`, message }
  }
}
