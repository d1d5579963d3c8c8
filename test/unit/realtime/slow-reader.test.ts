import { EventEmitter } from 'node:events'
import { beforeEach, expect, it } from 'vitest'
import { cutSlowReader } from '#server/realtime/slow-reader'

/** A connection as Engine.IO has it: what cannot be sent waits until the transport is ready. */
class Connection extends EventEmitter {
  readonly transport = { writable: true, socket: { terminate: () => undefined } }
  private waiting: { data: string }[] = []
  closed = false

  say(bytes: number): void {
    const packet = { data: 'x'.repeat(bytes) }
    this.emit('packetCreate', packet)
    this.waiting.push(packet)
    this.flush()
  }

  /** The transport has sent what it had, and takes all that waits. */
  ready(): void {
    this.transport.writable = true
    this.flush()
  }

  close(): void {
    this.closed = true
  }

  private flush(): void {
    if (!this.transport.writable || this.waiting.length === 0) return
    this.emit('flush', this.waiting)
    this.transport.writable = false
    this.waiting = []
  }
}

let connection: Connection
let cuts: number
beforeEach(() => {
  connection = new Connection()
  cuts = 0
  cutSlowReader(connection as never, () => (cuts += 1))
})
const say = (times: number, bytes: number) => {
  for (let time = 0; time < times; time += 1) connection.say(bytes)
}

it('cuts, once, who has more than a megabyte or 500 packets waiting', async () => {
  say(1 + 50, 20_000)
  expect(cuts).toBe(0)
  say(3, 20_000)
  expect(cuts).toBe(1)
  await Promise.resolve()
  expect(connection.closed).toBe(true)
})

it('cuts who has many small ones waiting', () => {
  say(1 + 500, 10)
  expect(cuts).toBe(0)
  say(1, 10)
  expect(cuts).toBe(1)
})

it('counts what the transport was handed together and has not sent', () => {
  say(1 + 40, 20_000)
  connection.ready()
  say(11, 20_000)
  expect(cuts).toBe(0)
  say(1, 20_000)
  expect(cuts).toBe(1)
})

it('lets a long conversation over a slow line be, with what comes meanwhile', () => {
  say(2, 3_000_000)
  connection.ready()
  say(100, 500)
  connection.ready()
  say(100, 500)
  expect(cuts).toBe(0)
})
