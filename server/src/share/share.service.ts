import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { ensureFolder } from '../config/ensure-folder.js'
import { Settings } from '../config/settings.js'
import { Clock, Random } from '../domain/ports.js'
import { PublicLink } from '../session/public-link.js'
import { announcedLink, mayFollow } from './announced-link.js'
import { backOff } from './back-off.js'
import { explainFault, type Explanation } from './explain-fault.js'
import { KnownHosts } from './known-hosts.js'
import type { ShareState } from '#shared/protocol/admin'
import { SshTunnel, UnusableKey, type TunnelTarget } from './ssh-tunnel.js'

/** A service tells its link at once; what is silent for so long will tell none. */
const LINK_PATIENCE_MS = 20_000
/** A tunnel that held for so long was no failure: the next attempt begins with the shortest wait. */
const SETTLED_MS = 60_000
/** Of what a service said, enough to find a link that came in two pieces. */
const REMEMBERED_CHARACTERS = 8_192
/** After which what a service said is taken for whole. */
const PAUSE_MS = 1_000

/** The public link of `--share`: asked for, kept up, asked for again, and closed with the server. */
@Injectable()
export class ShareService implements BeforeApplicationShutdown {
  private current: ShareState = { state: 'off' }
  private readonly watchers = new Set<(state: ShareState) => void>()
  private server: Server | undefined
  private tunnel: SshTunnel | undefined
  /** The connection that is being made or there; what an older one still says is not heard. */
  private attempt = 0
  private failures = 0
  private wasUp = false
  private upSince: number | undefined
  private said = ''
  private cancelPause = (): void => undefined
  private cancel = (): void => undefined

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly link: PublicLink,
  ) {}

  get state(): ShareState {
    return this.current
  }

  /** Tells every change from now on; the returned function ends that. */
  watch(watcher: (state: ShareState) => void): () => void {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** @param server takes the connections of the link as if they had come to its own port */
  open(server: Server): void {
    this.server = server
    ensureFolder(this.settings.dataDir)
    void this.connect()
  }

  beforeApplicationShutdown(): void {
    this.server = undefined
    this.leave({ state: 'off' })
    this.tunnel?.close()
  }

  private async connect(): Promise<void> {
    const { dataDir, shareHost, sharePort } = this.settings
    const attempt = (this.attempt += 1)
    const ours = () => attempt === this.attempt
    this.said = ''
    this.enter({ state: 'connecting' })
    const target = this.target()
    try {
      target.privateKey = this.key()
      const known = new KnownHosts(join(dataDir, 'known-hosts'), shareHost, sharePort)
      this.tunnel = await SshTunnel.open(target, known, {
        listening: (port) => ours() && this.listening(port),
        said: (text) => ours() && this.heard(text),
        connection: (connection, address) => {
          this.link.admit(connection, address)
          this.server?.emit('connection', connection)
        },
        closed: (fault) => ours() && this.lost(explainFault(fault, target)),
      })
    } catch (error) {
      this.lost(explainFault(error as Error, target))
    }
    // The arena was closed in the meantime.
    if (!this.server) this.tunnel?.close()
  }

  private target(): TunnelTarget {
    const { shareHost, sharePort, shareUser, shareBind, shareUrl } = this.settings
    return {
      host: shareHost,
      port: sharePort,
      user: shareUser,
      privateKey: undefined,
      bind: shareBind,
      asksForLink: shareUrl === undefined,
    }
  }

  /** @throws UnusableKey */
  private key(): Buffer | undefined {
    const { shareKeyFile } = this.settings
    try {
      return shareKeyFile === undefined ? undefined : readFileSync(shareKeyFile)
    } catch (error) {
      throw new UnusableKey((error as Error).message)
    }
  }

  private listening(port: number): void {
    const { shareUrl } = this.settings
    if (shareUrl !== undefined) return this.up(shareUrl.replace('{port}', String(port)))
    // Some tell the link before they grant the port.
    if (this.current.state === 'up') return
    this.cancel = this.clock.after(LINK_PATIENCE_MS, () => {
      this.tunnel?.close()
      this.lost({
        reason: `${this.settings.shareHost} listens on port ${port}, but tells no link. Name the address under which it can be reached with SHARE_URL, such as http://${this.settings.shareHost}:{port}`,
        final: 'until up',
      })
    })
  }

  private heard(text: string): void {
    if (this.settings.shareUrl !== undefined) return
    this.said = lastLines(this.said + text)
    const whole = wholeLines(this.said)
    this.read(whole)
    this.cancelPause()
    if (whole === this.said) return
    // Some end their greeting without the end of a line.
    this.cancelPause = this.clock.after(PAUSE_MS, () => this.read(this.said))
  }

  private read(lines: string): void {
    const url = announcedLink(lines, this.settings.shareHost)
    const link = this.current.state === 'up' ? this.current.url : undefined
    if (url !== undefined && (link === undefined || mayFollow(url, link))) this.up(url)
  }

  /** A free link may change while the tunnel stays. */
  private up(url: string): void {
    this.cancel()
    if (this.current.state === 'up' && this.current.url === url) return
    this.upSince ??= this.clock.elapsed()
    this.wasUp = true
    this.link.opened(url)
    this.enter({ state: 'up', url })
  }

  private lost({ reason, final }: Explanation): void {
    if (!this.server || this.current.state === 'refused') return
    this.attempt += 1
    if (final === 'always' || (final === 'until up' && !this.wasUp)) {
      return this.leave({ state: 'refused', reason })
    }
    const settled = this.upSince !== undefined && this.clock.elapsed() - this.upSince >= SETTLED_MS
    this.failures = settled ? 1 : this.failures + 1
    const wait = backOff(this.failures, this.random.next())
    this.leave({ state: 'retrying', reason, nextAttemptAt: this.clock.now() + wait })
    this.cancel = this.clock.after(wait, () => void this.connect())
  }

  private leave(state: ShareState): void {
    this.cancel()
    this.cancelPause()
    this.upSince = undefined
    this.link.closed()
    this.enter(state)
  }

  private enter(state: ShareState): void {
    this.current = state
    for (const watcher of this.watchers) watcher(state)
  }
}

/** Without a first line that is cut. */
const lastLines = (said: string): string =>
  said.length <= REMEMBERED_CHARACTERS
    ? said
    : said.slice(-REMEMBERED_CHARACTERS).replace(/^[^\r\n]*/, '')

const wholeLines = (said: string): string =>
  said.slice(0, Math.max(said.lastIndexOf('\n'), said.lastIndexOf('\r')) + 1)
