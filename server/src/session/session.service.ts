import { Injectable } from '@nestjs/common'
import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Settings } from '../config/settings.js'
import { Clock, IdSource } from '../domain/ports.js'
import { isAllowedOrigin } from './origin.js'
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

  /** A secret that only this server can make again from `purpose`. */
  derivedKey(purpose: string): string {
    return createHmac('sha256', this.secret).update(purpose).digest('base64url')
  }

  private cookie(id: string, secure: boolean): string {
    const signed = signSession({ id, issuedAt: this.clock.now(), bound: secure }, this.secret)
    return sessionCookie(signed, secure)
  }

  allowsOrigin(request: IncomingMessage): boolean {
    const { publicUrl, allowedOrigins } = this.settings
    const others = [publicUrl, this.link.origin, ...allowedOrigins].flatMap((url) => url ?? [])
    return isAllowedOrigin(request.headers.origin, request.headers.host, others)
  }
}
