import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { VoterRequest } from './session.middleware.js'

/** The voter who asks, over HTTP or a socket alike. */
export const Voter = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  context.getType() === 'ws'
    ? context.switchToWs().getClient<{ data: { voterId: string } }>().data.voterId
    : context.switchToHttp().getRequest<VoterRequest>().voterId,
)
