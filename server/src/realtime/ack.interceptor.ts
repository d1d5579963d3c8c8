import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common'
import type { Ack } from '#shared/protocol/common'
import { Observable, map } from 'rxjs'
import { loggedWithin, type LogContext } from '../edge/log-context.js'

type Reply<T> = Ack<T | Record<string, never>>

/** What a gateway method returns becomes `{ ok: true, data }`; what it logs names its event and conversation. */
export class AckInterceptor<T> implements NestInterceptor<T, Reply<T>> {
  intercept(context: ExecutionContext, next: CallHandler<T>): Observable<Reply<T>> {
    return new Observable((subscriber) =>
      loggedWithin(originOf(context), () =>
        next
          .handle()
          .pipe(map((data) => ({ ok: true as const, data: data ?? {} })))
          .subscribe(subscriber),
      ),
    )
  }
}

/** The payload is not checked yet: only a text of the right length is an id. */
function originOf(context: ExecutionContext): LogContext {
  const ws = context.switchToWs()
  const { conversationId } = (ws.getData<unknown>() ?? {}) as { conversationId?: unknown }
  const known = typeof conversationId === 'string' && /^[\w-]{1,64}$/.test(conversationId)
  return { event: ws.getPattern(), ...(known && { conversationId }) }
}
