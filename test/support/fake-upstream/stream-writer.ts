import type { ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Writes a stream as it is, or in small writes that split whatever they split. */
export class StreamWriter {
  constructor(
    private readonly response: ServerResponse,
    private readonly writeBytes = Infinity,
  ) {}

  /** Whether the client has gone. */
  get gone(): boolean {
    return this.response.destroyed
  }

  async write(frame: string | Buffer): Promise<void> {
    const bytes = Buffer.from(frame)
    for (let from = 0; from < bytes.length && !this.gone; from += this.writeBytes) {
      await this.writeOnce(bytes.subarray(from, from + this.writeBytes))
      // Each on its way before the next, so that the client reads them apart.
      if (this.writeBytes < bytes.length) await nextTurn()
    }
  }

  /** Resolves when the bytes are out; a client that does not read holds it up. */
  private writeOnce(bytes: Buffer): Promise<void> {
    const { response } = this
    return new Promise((resolve) => {
      const done = () => {
        response.off('close', done)
        resolve()
      }
      response.once('close', done)
      response.write(bytes, done)
    })
  }
}
