import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Faults } from './faults.js'

/** What waits in a pump beyond this keeps it from reading on, as a real line would, in bytes. */
const HELD_BYTES = 64 * 1024

interface Piece {
  bytes: Buffer
  dueAt: number
}

/** One direction of one connection: reads, does to the bytes what the faults say at that moment, writes. */
export class Pump {
  private held: Piece[] = []
  private heldBytes = 0
  private passed = 0
  private ended = false
  private lastDueAt = 0
  private running = false

  constructor(
    private readonly source: Socket,
    private readonly target: Socket,
    private readonly faults: () => Faults,
    private readonly random: () => number,
  ) {
    source.on('data', (bytes) => this.take(bytes))
    source.on('end', () => {
      this.ended = true
      this.wake()
    })
    this.wake()
  }

  /** Goes on after the faults have changed. */
  wake(): void {
    const { timeout } = this.faults()
    if (timeout || this.heldBytes > HELD_BYTES) this.source.pause()
    else this.source.resume()
    if (!this.running) void this.run()
  }

  private take(bytes: Buffer): void {
    const { latency } = this.faults()
    const jitter = (latency?.jitterMs ?? 0) * (2 * this.random() - 1)
    const dueAt = Math.max(this.lastDueAt, Date.now() + (latency?.ms ?? 0) + jitter)
    this.lastDueAt = dueAt
    this.held.push({ bytes, dueAt })
    this.heldBytes += bytes.length
    this.wake()
  }

  private async run(): Promise<void> {
    this.running = true
    for (let piece = this.next(); piece && !this.target.destroyed; piece = this.next()) {
      const wait = piece.dueAt - Date.now()
      if (wait > 0) await delay(wait)
      for (const slice of this.slices(piece.bytes)) await this.pass(slice)
      this.heldBytes -= piece.bytes.length
      if (!this.faults().timeout && this.heldBytes <= HELD_BYTES) this.source.resume()
    }
    this.running = false
    if (this.ended && this.held.length === 0 && !this.faults().timeout) await this.end()
  }

  private next(): Piece | undefined {
    return this.faults().timeout ? undefined : this.held.shift()
  }

  private slices(bytes: Buffer): Buffer[] {
    const size = this.faults().slicer?.bytes ?? bytes.length
    const count = Math.ceil(bytes.length / size)
    return Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
  }

  private async pass(bytes: Buffer): Promise<void> {
    const { bandwidth, slicer, limitData } = this.faults()
    const left = limitData ? limitData.bytes - this.passed : Infinity
    const part = bytes.subarray(0, Math.max(0, Math.min(bytes.length, left)))
    this.passed += part.length
    if (bandwidth) await delay((part.length / bandwidth.bytesPerSecond) * 1000)
    if (slicer?.delayMs) await delay(slicer.delayMs)
    if (!this.target.destroyed && part.length > 0 && !this.target.write(part)) {
      // A target that breaks rejects the first; it is closed then.
      await Promise.race([once(this.target, 'drain'), once(this.target, 'close')]).catch(() => {})
    }
    if (part.length >= left) this.target.destroySoon()
  }

  private async end(): Promise<void> {
    const { slowClose } = this.faults()
    if (slowClose) await delay(slowClose.ms)
    this.target.end()
  }
}
