import { Injectable } from '@nestjs/common'
import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Settings } from '../config/settings.js'
import { IdSource } from '../domain/ports.js'
import { isAllowedOrigin } from './origin.js'
import { PublicLink } from './public-link.js'
import { readSession, sessionCookie, signSession } from './session-cookie.js'
import { loadSessionSecret } from './session-secret.js'

/** Who is asking: a browser's signed session is a voter. */
@Injectable()
export class SessionService {
  private readonly secret: string

  constructor(
    private readonly settings: Settings,
    private readonly ids: IdSource,
    private readonly link: PublicLink,
  ) {
    this.secret = loadSessionSecret(settings)
  }

  voterOf(request: IncomingMessage): string | undefined {
    return readSession(request.headers.cookie, this.secret)
  }

  /** A new session: its voter and the `Set-Cookie` line. */
  issue(secure: boolean): { voterId: string; cookie: string } {
    const voterId = this.ids.next()
    return { voterId, cookie: sessionCookie(signSession(voterId, this.secret), secure) }
  }

  /** A secret that only this server can make again from `purpose`. */
  derivedKey(purpose: string): string {
    return createHmac('sha256', this.secret).update(purpose).digest('base64url')
  }

  allowsOrigin(request: IncomingMessage): boolean {
    const { publicUrl, allowedOrigins } = this.settings
    const others = [publicUrl, this.link.origin, ...allowedOrigins].flatMap((url) => url ?? [])
    return isAllowedOrigin(request.headers.origin, request.headers.host, others)
  }
}
