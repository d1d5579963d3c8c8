import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { RateLimited } from '#shared/vocabulary'
import { RateLimits } from '../limits/rate-limits.js'
import { visitorOf } from './visitor.decorator.js'

export const LIMITED = 'limited'

/** Asks before anything else of an event or a request is looked at. */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const of = this.reflector.get<RateLimited>(LIMITED, context.getHandler())
    await this.limits.take(of, visitorOf(context))
    return true
  }
}
