/** Bytes of one event of a stream; real ones have a few hundred. */
const LONGEST_EVENT = 1024 * 1024
/** Bytes of a body that is no stream, an error or a page. */
const LONGEST_BODY = 4 * 1024 * 1024

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/**
 * Watches that a response stays within what an SDK may gather in memory: they keep an event until its
 * empty line, and a body that is no stream until its end, however long either is.
 */
export class BodyLimits {
  private held = 0
  /** Bytes of the line that is being read. */
  private line = 0
  private afterReturn = false

  constructor(private readonly streaming: boolean) {}

  /** @returns whether the response is still within its limits */
  take(bytes: Uint8Array): boolean {
    this.held += bytes.length
    if (!this.streaming) return this.held <= LONGEST_BODY
    this.scan(bytes)
    return this.held <= LONGEST_EVENT
  }

  private scan(bytes: Uint8Array): void {
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index]
      // The second half of a CRLF ends no line of its own.
      if (byte === LINE_FEED && this.afterReturn) this.afterReturn = false
      else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
        if (this.line === 0) this.held = bytes.length - index - 1
        this.line = 0
        this.afterReturn = byte === CARRIAGE_RETURN
      } else {
        this.line += 1
        this.afterReturn = false
      }
    }
  }
}
