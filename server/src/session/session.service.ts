import { Injectable } from '@nestjs/common'
import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Settings } from '../config/settings.js'
import { Clock, IdSource } from '../domain/ports.js'
import { isAllowedOrigin } from './origin.js'
import { PublicLink } from './public-link.js'
import { isStale, readSession, sessionCookie, signSession, type Session } from './session-cookie.js'
import { loadSessionSecret } from './session-secret.js'

/** Who is asking: a browser's signed session is a voter. */
@Injectable()
export class SessionService {
  private readonly secret: string
  /** Those that a session may be signed with, the one that signs now first. */
  private readonly secrets: readonly string[]

  constructor(
    private readonly settings: Settings,
    private readonly ids: IdSource,
    private readonly link: PublicLink,
    private readonly clock: Clock,
  ) {
    this.secret = loadSessionSecret(settings)
    this.secrets = [
      this.secret,
      ...[settings.sessionSecretPrevious].flatMap((secret) => secret ?? []),
    ]
  }

  voterOf(request: IncomingMessage): string | undefined {
    return this.sessionOf(request)?.id
  }

  /** A new session: its voter and the `Set-Cookie` line. */
  issue(secure: boolean): { voterId: string; cookie: string } {
    const voterId = this.ids.next()
    return { voterId, cookie: this.cookie(voterId, secure) }
  }

  /** The `Set-Cookie` line that a session needs to last, or undefined where it is as it should be. */
  renewal(request: IncomingMessage, secure: boolean): string | undefined {
    const session = this.sessionOf(request)
    const stale = session && isStale(session, secure, this.clock.now())
    return stale ? this.cookie(session.id, secure) : undefined
  }

  /** A secret that only this server can make again from `purpose`. */
  derivedKey(purpose: string): string {
    return createHmac('sha256', this.secret).update(purpose).digest('base64url')
  }

  private sessionOf(request: IncomingMessage): Session | undefined {
    return readSession(request.headers.cookie, this.secrets)
  }

  private cookie(id: string, secure: boolean): string {
    return sessionCookie(signSession({ id, issuedAt: this.clock.now() }, this.secret), secure)
  }

  allowsOrigin(request: IncomingMessage): boolean {
    const { publicUrl, allowedOrigins } = this.settings
    const others = [publicUrl, this.link.origin, ...allowedOrigins].flatMap((url) => url ?? [])
    return isAllowedOrigin(request.headers.origin, request.headers.host, others)
  }
}
