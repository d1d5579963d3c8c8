import { Injectable, type NestMiddleware } from '@nestjs/common'
import type { NextFunction, Request, Response } from 'express'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { SessionService } from './session.service.js'

export interface VoterRequest extends Request {
  voterId: string
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Gives every HTTP request its voter, and turns foreign pages away from what changes state. */
@Injectable()
export class SessionMiddleware implements NestMiddleware {
  constructor(
    private readonly sessions: SessionService,
    private readonly settings: Settings,
  ) {}

  use(request: Request, response: Response, next: NextFunction): void {
    if (!SAFE_METHODS.has(request.method)) this.refuseForeign(request)
    ;(request as VoterRequest).voterId =
      this.sessions.voterOf(request) ?? this.welcome(request, response)
    next()
  }

  private welcome(request: Request, response: Response): string {
    const secure = request.secure || (this.settings.publicUrl?.startsWith('https:') ?? false)
    const { voterId, cookie } = this.sessions.issue(secure)
    response.append('Set-Cookie', cookie)
    return voterId
  }

  /** A cross-site form sends no readable `Origin` in old browsers, but `Sec-Fetch-Site` tells. */
  private refuseForeign(request: Request): void {
    const crossSite = request.headers['sec-fetch-site'] === 'cross-site'
    const named = request.headers.origin !== undefined
    if (this.sessions.allowsOrigin(request) && !(crossSite && !named)) return
    throw new AppError('origin_refused', 'This address may not be used from another site.')
  }
}
