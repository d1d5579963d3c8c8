import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface TcpRelay {
  url: string
  /** Resolves when the client has closed the connections that are open now. */
  left(): Promise<void>
  close(): Promise<void>
}

/** Passes bytes on to a port of loopback, to see when a client hangs up on a server that does not tell. */
export async function startTcpRelay(port: number): Promise<TcpRelay> {
  const clients = new Set<Socket>()
  const server = createServer((client) => {
    const target = connect(port, '127.0.0.1')
    clients.add(client)
    client.on('error', () => undefined).on('close', () => target.destroy())
    target.on('error', () => undefined).on('close', () => client.destroy())
    client.pipe(target).pipe(client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    left: async () => {
      for (const client of [...clients]) if (!client.destroyed) await once(client, 'close')
    },
    close: async () => {
      for (const client of clients) client.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
