import { EventEmitter } from 'node:events'
import type { Outcome } from '../../../../client/src/lib/outcome.js'

type Answer = (event: string, payload: unknown) => unknown

/** A socket whose other end is the test. */
class FakeSocket {
  connected = true
  active = true
  readonly sent: { event: string; payload: Record<string, unknown> }[] = []
  readonly calls: string[] = []
  private readonly events = new EventEmitter()
  private answer: Answer = () => new Promise(() => {})

  on = (event: string, listener: (...args: unknown[]) => void) => this.events.on(event, listener)
  off = (event: string, listener: (...args: unknown[]) => void) => this.events.off(event, listener)

  timeout() {
    return {
      emitWithAck: async (event: string, payload: Record<string, unknown>) => {
        this.sent.push({ event, payload })
        return this.answer(event, payload)
      },
    }
  }

  connect() {
    this.calls.push('connect')
    return this
  }

  disconnect() {
    this.calls.push('disconnect')
    return this
  }

  /** What the server says to every request from now on; a throw is a lost acknowledgement. */
  answers(answer: Answer): void {
    this.answer = answer
  }

  hear(event: string, ...args: unknown[]): void {
    this.events.emit(event, ...args)
  }

  listeners(): number {
    return this.events.eventNames().reduce((sum, name) => sum + this.events.listenerCount(name), 0)
  }

  reset(): void {
    this.events.removeAllListeners()
    this.sent.length = 0
    this.calls.length = 0
    this.connected = true
    this.active = true
    this.answer = () => new Promise(() => {})
  }
}

export const fakeSocket = new FakeSocket()
export const ok = <T>(data: T): Outcome<T> => ({ ok: true, data })
