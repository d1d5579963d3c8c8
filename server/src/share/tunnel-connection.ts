import { Duplex } from 'node:stream'

/**
 * A connection through the tunnel as the HTTP server wants one. A channel of `ssh2` is a stream too, but it
 * neither says that it was destroyed nor answers what is written to it afterwards.
 */
export class TunnelConnection extends Duplex {
  constructor(private readonly channel: Duplex) {
    super()
    channel
      .on('data', (piece: Buffer) => {
        if (!this.push(piece)) channel.pause()
      })
      .on('end', () => this.push(null))
      .on('error', (error: Error) => this.destroy(error))
      .on('close', () => this.destroy())
  }

  override _read(): void {
    this.channel.resume()
  }

  override _write(piece: Buffer, _: BufferEncoding, done: () => void): void {
    this.channel.write(piece, done)
  }

  override _final(done: () => void): void {
    this.channel.end()
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.channel.destroy()
    done(error)
  }
}
