import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import type { Request } from 'express'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { TokenDoor } from '../session/token-door.js'

/** The operator's side exists only with `ADMIN_TOKEN`, and opens only with it. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    private readonly settings: Settings,
    private readonly door: TokenDoor,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { adminToken } = this.settings
    if (adminToken === undefined) throw new AppError('not_found', 'The admin side is off.')
    await this.door.enter(context.switchToHttp().getRequest<Request>(), [adminToken])
    return true
  }
}
