import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common'
import type { Ack } from '#shared/protocol/common'
import { map, type Observable } from 'rxjs'

/** What a gateway method returns becomes `{ ok: true, data }`. */
export class AckInterceptor<T> implements NestInterceptor<T, Ack<T | Record<string, never>>> {
  intercept(_: ExecutionContext, next: CallHandler<T>): Observable<Ack<T | Record<string, never>>> {
    return next.handle().pipe(map((data) => ({ ok: true as const, data: data ?? {} })))
  }
}
