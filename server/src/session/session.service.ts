import { Injectable, Logger } from '@nestjs/common'
import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Settings } from '../config/settings.js'
import { Clock, IdSource } from '../domain/ports.js'
import { isAllowedOrigin } from './origin.js'
import { isOwnName } from './own-host.js'
import { PublicLink } from './public-link.js'
import {
  isStale,
  PLAIN_COOKIE_ENDS,
  plainSession,
  readSession,
  sessionCookie,
  signSession,
} from './session-cookie.js'
import { loadSessionSecret } from './session-secret.js'
import { networks, plainAddress } from './trusted-proxies.js'

const isLoopback = networks(['loopback'])

/** Who is asking: a browser's signed session is a voter. */
@Injectable()
export class SessionService {
  private readonly secret: string
  /** Those that a session may be signed with, the one that signs now first. */
  private readonly secrets: readonly string[]
  private readonly logger = new Logger('Session')
  private readonly behindProxy: boolean
  private warned = false

  constructor(
    private readonly settings: Settings,
    private readonly ids: IdSource,
    private readonly link: PublicLink,
    private readonly clock: Clock,
  ) {
    this.secret = loadSessionSecret(settings)
    this.behindProxy = settings.trustedProxies.length > 0
    this.secrets = [
      this.secret,
      ...[settings.sessionSecretPrevious].flatMap((secret) => secret ?? []),
    ]
  }

  voterOf(request: IncomingMessage): string | undefined {
    return readSession(request.headers.cookie, this.secrets)?.id
  }

  /** A new session: its voter and the `Set-Cookie` line. */
  issue(secure: boolean): { voterId: string; cookie: string } {
    const voterId = this.ids.next()
    return { voterId, cookie: this.cookie(voterId, secure) }
  }

  /**
   * The `Set-Cookie` lines that a session needs to last, none where it is as it should be. Under TLS the plain one
   * goes: it would tell whoever listens to one request over HTTP who this is, and say so still after an erasure.
   */
  renewal({ headers: { cookie } }: IncomingMessage, secure: boolean): string[] {
    const session = readSession(cookie, this.secrets)
    const stale = session && isStale(session, secure, this.clock.now())
    return [
      ...(stale ? [this.cookie(session.id, secure)] : []),
      ...(secure && plainSession(cookie, this.secrets) ? [PLAIN_COOKIE_ENDS] : []),
    ]
  }

  /** Secrets that only this server can make again from `purpose`: the one of now, and that of the key before it. */
  derivedKeys(purpose: string): [now: string, ...former: string[]] {
    const derive = (secret: string) =>
      createHmac('sha256', secret).update(purpose).digest('base64url')
    return [derive(this.secret), ...this.secrets.slice(1).map(derive)]
  }

  private cookie(id: string, secure: boolean): string {
    const signed = signSession({ id, issuedAt: this.clock.now(), bound: secure }, this.secret)
    return sessionCookie(signed, secure)
  }

  allowsOrigin(request: IncomingMessage): boolean {
    const { publicUrl, allowedOrigins } = this.settings
    const others = [publicUrl, this.link.origin, ...allowedOrigins].flatMap((url) => url ?? [])
    if (this.isStrange(request, others)) return false
    return isAllowedOrigin(request.headers.origin, request.headers.host, others)
  }

  /**
   * On this machine itself, where people come by no proxy, a name of the wide world is not ours, with or without an
   * `Origin`: whoever owns it can lead browsers here, to an arena that only its owner should reach.
   */
  private isStrange({ headers, socket }: IncomingMessage, others: readonly string[]): boolean {
    const host = headers.host?.toLowerCase()
    const local = isLoopback(plainAddress(socket.localAddress ?? ''))
    if (host === undefined || !local || this.behindProxy || isOwnName(host)) return false
    if (others.some((url) => new URL(url).host === host)) return false
    this.warn()
    return true
  }

  private warn(): void {
    if (this.warned) return
    this.warned = true
    this.logger.warn(
      'Pages of a name that leads to this machine were refused. If that is where people reach the arena, through a proxy or a tunnel, set PUBLIC_URL.',
    )
  }
}
