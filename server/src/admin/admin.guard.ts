import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import type { Request } from 'express'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { bearsToken } from '../edge/bearer-token.js'

/** The operator's side exists only with `ADMIN_TOKEN`, and opens only with it. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    const { adminToken } = this.settings
    if (adminToken === undefined) throw new AppError('not_found', 'The admin side is off.')
    const { authorization } = context.switchToHttp().getRequest<Request>().headers
    if (!bearsToken(authorization, [adminToken])) {
      throw new AppError('unauthorized', 'This needs the admin token.')
    }
    return true
  }
}
