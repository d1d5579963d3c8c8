import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { Direction, Faults } from './faults.js'
import { Pump } from './pump.js'

/** A stretch of network between a client and a port of loopback, with whatever can happen to it. */
export interface FaultProxy {
  url: string
  port: number
  /** How many connections were ever made through it. */
  connections(): number
  /** Replaces the faults of a direction, or of both, for open connections too. */
  set(faults: Faults, direction?: Direction): void
  /** A healthy line again. */
  heal(): void
  /** Breaks all open connections, and refuses new ones until `heal`. */
  unplug(): void
  /** Resolves when the client has closed the connections that are open now. */
  left(): Promise<void>
  /** Leads to another port from the next connection on. */
  lead(port: number): void
  close(): Promise<void>
}

interface Line {
  client: Socket
  pumps: Pump[]
}

/** `random` decides the jitter. */
export async function startFaultProxy(
  port: number,
  random: () => number = Math.random,
): Promise<FaultProxy> {
  const lines = new Set<Line>()
  const faults: Record<Direction, Faults> = { toServer: {}, toClient: {} }
  let target = port
  let unplugged = false
  let connections = 0

  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (unplugged) return client.resetAndDestroy()
    connections += 1
    const upstream = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true })
    const line: Line = {
      client,
      pumps: [
        new Pump(client, upstream, () => faults.toServer, random),
        new Pump(upstream, client, () => faults.toClient, random),
      ],
    }
    lines.add(line)
    client.on('error', () => undefined).on('close', () => upstream.destroy())
    client.on('timeout', () => client.destroy())
    // A proper end goes through the pump, in its time.
    upstream.on('error', () => client.destroySoon())
    client.on('close', () => lines.delete(line))
    armLine(line)
  })

  const armLine = (line: Line): void => {
    const both = Object.values(faults)
    line.client.setTimeout(Math.max(...both.map(({ idle }) => idle?.ms ?? 0)))
    for (const { resetPeer, timeout } of both) {
      if (resetPeer) setTimeout(() => line.client.resetAndDestroy(), resetPeer.ms)
      if (timeout?.ms !== undefined) setTimeout(() => line.client.destroy(), timeout.ms)
    }
    line.pumps.forEach((pump) => pump.wake())
  }

  const set = (next: Faults, direction?: Direction): void => {
    if (direction !== 'toClient') faults.toServer = next
    if (direction !== 'toServer') faults.toClient = next
    lines.forEach(armLine)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    port: own,
    connections: () => connections,
    set,
    heal() {
      unplugged = false
      set({})
    },
    unplug() {
      unplugged = true
      for (const { client } of lines) client.resetAndDestroy()
    },
    async left() {
      for (const { client } of [...lines]) if (!client.destroyed) await once(client, 'close')
    },
    lead(next) {
      target = next
    },
    async close() {
      for (const { client } of lines) client.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
