import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common'
import type { Ack } from '#shared/protocol/common'
import { map, type Observable } from 'rxjs'

type Reply<T> = Ack<T | Record<string, never>>

/** What a gateway method returns becomes `{ ok: true, data }`. */
export class AckInterceptor<T> implements NestInterceptor<T, Reply<T>> {
  intercept(_: ExecutionContext, next: CallHandler<T>): Observable<Reply<T>> {
    return next.handle().pipe(map((data) => ({ ok: true as const, data: data ?? {} })))
  }
}
