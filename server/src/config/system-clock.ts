import { randomBytes } from 'node:crypto'
import { Clock, IdSource, Random } from '../domain/ports.js'

/** `setTimeout` runs at once when asked for more than this. */
const LONGEST_DELAY_MS = 2 ** 31 - 1

/** A timer alone never keeps the process from ending: what must outlast it holds a socket or a file. */
export class SystemClock extends Clock {
  override now(): number {
    return Date.now()
  }

  override elapsed(): number {
    return performance.now()
  }

  override after(ms: number, task: () => void): () => void {
    const timer = setTimeout(task, Math.min(ms, LONGEST_DELAY_MS)).unref()
    return () => clearTimeout(timer)
  }
}

export class CryptoRandom extends Random {
  override next(): number {
    return randomBytes(6).readUIntBE(0, 6) / 2 ** 48
  }
}

export class CryptoIdSource extends IdSource {
  override next(): string {
    return randomBytes(16).toString('base64url')
  }
}
