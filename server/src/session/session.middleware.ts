import { Injectable } from '@nestjs/common'
import type { NextFunction, Request, Response } from 'express'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { answerError } from '../edge/answer-error.js'
import { PublicLink } from './public-link.js'
import { SessionService } from './session.service.js'

export interface VoterRequest extends Request {
  voterId: string
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Gives every HTTP request its voter, and turns foreign pages away from what changes state. */
@Injectable()
export class SessionMiddleware {
  constructor(
    private readonly sessions: SessionService,
    private readonly settings: Settings,
    private readonly link: PublicLink,
  ) {}

  use(request: Request, response: Response, next: NextFunction): void {
    if (!SAFE_METHODS.has(request.method) && this.isForeign(request)) {
      return answerError(response, FOREIGN)
    }
    const voterId = this.sessions.voterOf(request) ?? this.welcome(request, response)
    Object.assign(request, { voterId })
    next()
  }

  private welcome(request: Request, response: Response): string {
    const { voterId, cookie } = this.sessions.issue(this.isSecure(request))
    response.append('Set-Cookie', cookie)
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

const FOREIGN = new AppError('origin_refused', 'This address may not be used from another site.')
