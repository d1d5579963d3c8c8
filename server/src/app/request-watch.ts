import { Injectable, Logger } from '@nestjs/common'
import type { NextFunction, Request, Response } from 'express'
import { Settings } from '../config/settings.js'
import { Clock, IdSource } from '../domain/ports.js'
import { REQUEST_ID_HEADER, requestOrigin } from '../edge/request-origin.js'
import { MetricsService } from '../metrics/metrics.service.js'

/** What a proxy may have called it; nothing else gets into the log. */
const GIVEN = /^[\w.-]{8,64}$/

/** Gives every HTTP request an id, by which its log lines are found, and counts it. */
@Injectable()
export class RequestWatch {
  private readonly logger = new Logger('Http')

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly ids: IdSource,
    private readonly metrics: MetricsService,
  ) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const requestId = this.given(request) ?? this.ids.next()
    response.setHeader(REQUEST_ID_HEADER, requestId)
    const begunAt = this.clock.elapsed()
    response.once('close', () =>
      this.ended(request, response, Math.round(this.clock.elapsed() - begunAt)),
    )
    next()
  }

  /** Only who is believed about the visitor's address is believed about this. */
  private given(request: Request): string | undefined {
    if (this.settings.trustedProxies.length === 0) return undefined
    const id = request.get(REQUEST_ID_HEADER)
    return id !== undefined && GIVEN.test(id) ? id : undefined
  }

  private ended(request: Request, response: Response, ms: number): void {
    const route = routeOf(request)
    const status = response.writableFinished ? response.statusCode : 499
    this.metrics.requestEnded({ method: request.method, route, status, ms })
    const line = `${request.method} ${route} ${status} ${ms} ms`
    const origin = requestOrigin(response)
    if (status >= 500 && status !== 503) this.logger.warn(line, origin)
    else this.logger.debug(line, origin)
  }
}

/** The pattern, never the address itself: that may hold a key of a link, or a search. */
function routeOf(request: Request): string {
  const { path } = (request.route ?? {}) as { path?: unknown }
  return typeof path === 'string' ? path : 'page'
}
