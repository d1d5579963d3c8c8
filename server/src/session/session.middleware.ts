import { Injectable } from '@nestjs/common'
import type { NextFunction, Request, Response } from 'express'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { answerError } from '../edge/answer-error.js'
import { RateLimits } from '../limits/rate-limits.js'
import { PublicLink } from './public-link.js'
import { SessionService } from './session.service.js'
import { VisitorAddresses } from './visitor-addresses.js'

export interface VoterRequest extends Request {
  voterId: string
  /** As of `VisitorAddresses`. */
  address: string | undefined
}

/** For machines that watch, and would begin a session at each look. */
const WATCHED = /^\/(health|metrics)(\/|$)/
/** What takes of the share of whoever asks; the admin side has a lock of its own. As Express routes, in any case. */
const INTERFACE = /^\/api(?!\/admin(\/|$))(\/|$)/i
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Gives every HTTP request its voter, and turns foreign pages away from what changes state. */
@Injectable()
export class SessionMiddleware {
  constructor(
    private readonly sessions: SessionService,
    private readonly settings: Settings,
    private readonly link: PublicLink,
    private readonly limits: RateLimits,
    private readonly addresses: VisitorAddresses,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (!SAFE_METHODS.has(request.method) && this.isForeign(request)) {
      return answerError(response, FOREIGN)
    }
    if (WATCHED.test(request.path)) return next()
    const address = this.addresses.of(request)
    const voterId = this.sessions.voterOf(request)
    if (INTERFACE.test(request.path)) {
      // One who has no session yet has no share of one: the next such request is another's.
      const refused = await this.limits.take('requests', { voterId, address }).catch(refusal)
      if (refused) return answerError(response, refused)
    }
    for (const line of this.sessions.renewal(request, this.isSecure(request))) {
      response.append('Set-Cookie', line)
    }
    const visitor = {
      voterId: voterId ?? (await this.welcome(request, response, address)),
      address,
    }
    Object.assign(request, visitor)
    next()
  }

  /**
   * Another session in the place of the one that asks.
   * @throws AppError `rate_limited` where its address has begun too many
   */
  async next(request: VoterRequest): Promise<{ voterId: string; cookie: string }> {
    await this.limits.take('sessions', { address: request.address })
    return this.sessions.issue(this.isSecure(request))
  }

  /** Where an address has begun too many sessions, this request is of somebody who is soon forgotten. */
  private async welcome(
    request: Request,
    response: Response,
    address: string | undefined,
  ): Promise<string> {
    const { voterId, cookie } = this.sessions.issue(this.isSecure(request))
    try {
      await this.limits.take('sessions', { address })
      response.append('Set-Cookie', cookie)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
    return voterId
  }

  private isSecure(request: Request): boolean {
    const visit = this.link.visit(request)
    if (visit) return visit.secure
    return request.secure || (this.settings.publicUrl?.startsWith('https:') ?? false)
  }

  /** A cross-site form sends no readable `Origin` in old browsers, but `Sec-Fetch-Site` tells. */
  private isForeign(request: Request): boolean {
    const { origin, 'sec-fetch-site': site } = request.headers
    return !this.sessions.allowsOrigin(request) || (origin === undefined && site === 'cross-site')
  }
}

const refusal = (error: unknown): AppError => {
  if (!(error instanceof AppError)) throw error
  return error
}

const FOREIGN = new AppError('origin_refused', 'This address may not be used from another site.')
