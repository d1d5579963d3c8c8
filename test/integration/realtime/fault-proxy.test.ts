import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Faults } from '../../support/fault-proxy/faults.js'
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy/fault-proxy.js'

/** What comes back through the proxy from a server that repeats all it hears. */
describe('the fault proxy', () => {
  let server: Server
  let proxy: FaultProxy
  let client: Socket
  let heard: Buffer[]
  let ended: Promise<string>
  let serverHeard = 0

  beforeEach(async () => {
    serverHeard = 0
    server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (bytes) => (serverHeard += bytes.length))
      socket.pipe(socket)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    proxy = await startFaultProxy((server.address() as AddressInfo).port, () => 0.5)
  })
  afterEach(async () => {
    client.destroy()
    await proxy.close()
    server.close()
  })

  const join = async (faults: Faults) => {
    proxy.set(faults, 'toClient')
    client = connect(proxy.port, '127.0.0.1')
    heard = []
    client.on('data', (bytes) => heard.push(bytes))
    ended = new Promise((resolve) => {
      client.once('end', () => resolve('end'))
      client.once('error', (error) => resolve((error as NodeJS.ErrnoException).code ?? 'error'))
    })
    await once(client, 'connect')
  }
  const length = () => heard.reduce((sum, bytes) => sum + bytes.length, 0)
  const echo = async (bytes: number) => {
    const begun = performance.now()
    client.write(Buffer.alloc(bytes, 'x'))
    while (length() < bytes) await once(client, 'data')
    return performance.now() - begun
  }

  it('passes everything on, byte for byte', async () => {
    await join({})
    await echo(500_000)
    expect(Buffer.concat(heard).equals(Buffer.alloc(500_000, 'x'))).toBe(true)
  })

  it('latency: later, in order', async () => {
    await join({ latency: { ms: 120, jitterMs: 20 } })
    expect(await echo(10)).toBeGreaterThanOrEqual(115)
  })

  it('bandwidth: no more than so much in a second', async () => {
    await join({ bandwidth: { bytesPerSecond: 50_000 } })
    expect(await echo(10_000)).toBeGreaterThanOrEqual(190)
  })

  it('slicer: in small pieces', async () => {
    await join({ slicer: { bytes: 3, delayMs: 5 } })
    await echo(12)
    expect(Math.max(...heard.map((piece) => piece.length))).toBeLessThanOrEqual(3)
  })

  it('limitData: so many bytes, then the end', async () => {
    await join({ limitData: { bytes: 700 } })
    client.write(Buffer.alloc(1_000))
    expect(await ended).toBe('end')
    expect(length()).toBe(700)
  })

  it('resetPeer: a broken connection', async () => {
    await join({ resetPeer: { ms: 20 } })
    expect(await ended).toBe('ECONNRESET')
  })

  it('slowClose: the end comes late', async () => {
    await join({ slowClose: { ms: 150 } })
    const begun = performance.now()
    client.end('bye')
    expect(await ended).toBe('end')
    expect(performance.now() - begun).toBeGreaterThanOrEqual(145)
    expect(length()).toBe(3)
  })

  it('timeout: nothing passes and nothing is read, until it heals', async () => {
    await join({ timeout: {} })
    client.write(Buffer.alloc(8_000_000))
    await expect.poll(() => serverHeard).toBeGreaterThan(0)
    expect(length()).toBe(0)
    proxy.heal()
    while (length() < 8_000_000) await once(client, 'data')
  })

  it('unplugged: what is open breaks, and nothing opens until it heals', async () => {
    await join({})
    proxy.unplug()
    expect(await ended).toBe('ECONNRESET')
    await join({}).catch(() => undefined)
    await ended
    proxy.heal()
    await join({})
    await echo(5)
    expect(proxy.connections()).toBe(2)
  })
})
