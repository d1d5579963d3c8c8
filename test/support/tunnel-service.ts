import { once } from 'node:events'
import { createServer, type AddressInfo, type Server as TcpServer } from 'node:net'
import ssh2, { type Connection, type Session } from 'ssh2'
import { newKeyPair, type KeyPair } from './ssh-keys.js'

/** What a public tunnel service is to us: anybody may come in, is listened for, and is told a link. */
export interface TunnelService {
  port: number
  /** Where the visitors of the newest tunnel come in; resolves when there is one. */
  entrance(): Promise<string>
  /** Ends every tunnel, as a service that restarts. */
  drop(): void
  /** Says something to whoever holds a tunnel. */
  say(text: string): void
  /** From now on it treats those who come like this. */
  become(manners: Pick<ServiceOptions, 'greeting' | 'admits'>): void
  close(): Promise<void>
}

export interface ServiceOptions {
  port?: number
  hostKey?: KeyPair
  /** What is said to those who come; a bare sshd says nothing. */
  greeting?: string
  /** What is said before anybody is let in. */
  banner?: string
  admits?: boolean
}

export async function startTunnelService(options: ServiceOptions = {}): Promise<TunnelService> {
  const { banner, hostKey = newKeyPair() } = options
  let { greeting = '', admits = true } = options
  const clients = new Set<Connection>()
  const sessions = new Set<{ write(text: string): void }>()
  const entrances = new Set<TcpServer>()
  let newest: string | undefined
  let arrived = (): void => undefined

  const config = { hostKeys: [hostKey.private], ...(banner && { banner }) }
  const server = new ssh2.Server(config, (client) => {
    clients.add(client)
    client.on('error', () => undefined).on('close', () => clients.delete(client))
    client.on('authentication', (context) => (admits ? context.accept() : context.reject()))
    client.on('session', (accept) => welcome(accept()))
    client.on('request', (accept, _, name, info) => {
      if (name === 'tcpip-forward') void listen(client, info, accept)
    })
  })

  function welcome(session: Session): void {
    session.on('shell', (accept) => {
      const channel = accept()
      sessions.add(channel)
      channel.on('close', () => sessions.delete(channel)).write(greeting)
    })
  }

  async function listen(
    client: Connection,
    asked: { bindAddr: string; bindPort: number },
    accept?: (port?: number) => void,
  ): Promise<void> {
    const entrance = createServer((visitor) => {
      visitor.on('error', () => undefined)
      const { remoteAddress = '', remotePort = 0 } = visitor
      client.forwardOut(asked.bindAddr, asked.bindPort, remoteAddress, remotePort, (error, way) => {
        if (error) return visitor.destroy()
        visitor.pipe(way).pipe(visitor)
        way.on('close', () => visitor.destroy())
        visitor.on('close', () => way.end())
      })
    }).listen(0, '127.0.0.1')
    await once(entrance, 'listening')
    entrances.add(entrance)
    client.on('close', () => entrance.close())
    newest = `http://127.0.0.1:${(entrance.address() as AddressInfo).port}`
    accept?.()
    arrived()
  }

  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const drop = (): void => {
    newest = undefined
    for (const client of clients) client.end()
  }
  return {
    port: (server.address() as AddressInfo).port,
    async entrance() {
      if (newest === undefined) await new Promise<void>((resolve) => (arrived = resolve))
      return newest!
    },
    drop,
    become: (manners) => ({ greeting, admits } = { greeting, admits, ...manners }),
    say: (text) => sessions.forEach((session) => session.write(text)),
    async close() {
      drop()
      for (const entrance of entrances) entrance.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
