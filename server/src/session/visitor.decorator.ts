import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Visitor } from '../limits/rate-limits.js'
import type { VoterRequest } from './session.middleware.js'

/** Who asks and from where, over HTTP or a socket alike. */
export function visitorOf(context: ExecutionContext): Visitor {
  const { voterId, address } =
    context.getType() === 'ws'
      ? context.switchToWs().getClient<{ data: Visitor }>().data
      : context.switchToHttp().getRequest<VoterRequest>()
  return { voterId, address }
}

export const From = createParamDecorator((_: unknown, context: ExecutionContext) =>
  visitorOf(context),
)
