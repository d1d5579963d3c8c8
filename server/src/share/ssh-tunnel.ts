import type { Client, ConnectConfig, ParsedKey, TcpConnectionDetails } from 'ssh2'
import type { Listening } from '../config/settings.js'
import { hostKeyOrder } from './host-key-order.js'
import type { KnownHosts } from './known-hosts.js'
import { TunnelConnection } from './tunnel-connection.js'

export interface TunnelTarget {
  host: string
  port: number
  user: string
  privateKey: Buffer | undefined
  bind: Listening
  /** Whether to listen to what the server says, which takes a session there. */
  asksForLink: boolean
}

/** What happens to a tunnel, in this order; `closed` comes once and last, whatever went before. */
export interface TunnelEvents {
  listening(port: number): unknown
  said(text: string): unknown
  connection(connection: TunnelConnection, address: string): void
  closed(fault: Error | undefined): unknown
}

const PATIENCE_MS = 20_000
const KEEPALIVE_MS = 15_000
/** Signs of life that may be missing before the connection counts as lost. */
const KEEPALIVE_MISSES = 3

/** One connection to an SSH server that listens for us: `ssh -R`, until it ends or is closed. */
export class SshTunnel {
  private readonly connections = new Set<TunnelConnection>()
  private fault: Error | undefined

  private constructor(
    private readonly client: Client,
    private readonly target: TunnelTarget,
    private readonly events: TunnelEvents,
  ) {}

  /** @throws UnusableKey, KnownHostsFault */
  static async open(
    target: TunnelTarget,
    known: KnownHosts,
    events: TunnelEvents,
  ): Promise<SshTunnel> {
    // Only those who share pay for loading it.
    const { default: ssh2 } = await import('ssh2')
    if (target.privateKey) requireKey(ssh2.utils.parseKey(target.privateKey))
    const tunnel = new SshTunnel(new ssh2.Client(), target, events)
    tunnel.start(known)
    return tunnel
  }

  close(): void {
    this.client.end()
  }

  private start(known: KnownHosts): void {
    this.client
      .on('ready', () => this.listen())
      .on('banner', (text) => this.events.said(text))
      .on('tcp connection', (details, accept) => this.take(details, accept()))
      // A server may ask; a public service takes an empty answer.
      .on('keyboard-interactive', (_, __, ___, prompts, answer) => answer(prompts.map(() => '')))
      .on('error', (error) => (this.fault ??= error))
      .on('close', () => this.ended())
      .connect(this.config(known))
  }

  private config(known: KnownHosts): ConnectConfig {
    const { host, port, user, privateKey } = this.target
    return {
      host,
      port,
      username: user,
      ...(privateKey && { privateKey }),
      tryKeyboard: true,
      readyTimeout: PATIENCE_MS,
      keepaliveInterval: KEEPALIVE_MS,
      keepaliveCountMax: KEEPALIVE_MISSES,
      algorithms: { serverHostKey: hostKeyOrder(known.keyType) },
      hostVerifier: (key: Buffer) => this.trusts(key, known),
    }
  }

  private trusts(key: Buffer, known: KnownHosts): boolean {
    try {
      const accepted = known.accepts(key)
      if (!accepted) this.fault = new HostKeyChanged(known.file, known.revokes(key))
      return accepted
    } catch (error) {
      this.fault = error as Error
      return false
    }
  }

  private listen(): void {
    const { address, port } = this.target.bind
    this.client.forwardIn(address, port, (error, actual) => {
      if (error) return this.fail(error)
      // With a chosen port the server repeats nothing.
      this.events.listening(port || actual)
      if (this.target.asksForLink) this.hear()
    })
  }

  private hear(): void {
    this.client.shell(false, (error, session) => {
      if (error) return this.fail(error)
      session.on('data', (data: Buffer) => this.events.said(data.toString()))
      session.stderr.on('data', (data: Buffer) => this.events.said(data.toString()))
      session.on('close', () => this.client.end())
    })
  }

  private take(
    { srcIP }: TcpConnectionDetails,
    channel: ConstructorParameters<typeof TunnelConnection>[0],
  ): void {
    const connection = new TunnelConnection(channel)
    this.connections.add(connection)
    connection.once('close', () => this.connections.delete(connection))
    this.events.connection(connection, srcIP)
  }

  private fail(error: Error): void {
    this.fault ??= error
    this.client.end()
  }

  private ended(): void {
    for (const connection of this.connections) connection.destroy()
    this.events.closed(this.fault)
  }
}

/** The key that is ours to show is none, or cannot be read. */
export class UnusableKey extends Error {}

function requireKey(key: ParsedKey | Error): void {
  if (key instanceof Error) throw new UnusableKey(key.message)
  if (!key.isPrivateKey()) throw new UnusableKey('it holds a public key')
}

/** The server shows another key than the one that was remembered, or one that was revoked. */
export class HostKeyChanged extends Error {
  constructor(
    readonly file: string,
    readonly revoked: boolean,
  ) {
    super('host key changed')
  }
}
