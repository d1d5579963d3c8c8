import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

export interface ConnectProxy {
  url: string
  /** The `host:port` that each tunnel was asked for. */
  tunnels: string[]
  close(): Promise<void>
}

/**
 * An HTTP proxy that leads every tunnel to one port of loopback, whatever host it was asked for, or
 * refuses them all with `status`.
 */
export async function startConnectProxy(port: number, status = 200): Promise<ConnectProxy> {
  const tunnels: string[] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    return socket
  }
  const server = createServer().on('connect', (request, client: Socket) => {
    tunnels.push(request.url ?? '')
    keep(client).write(`HTTP/1.1 ${status} Told\r\n\r\n`)
    if (status !== 200) return client.end()
    const target = keep(connect(port, '127.0.0.1'))
    client.pipe(target).pipe(client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
