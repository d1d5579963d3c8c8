import type { Response } from 'express'
import type { LogContext } from './log-context.js'

export const REQUEST_ID_HEADER = 'X-Request-Id'

/** The request that is being answered, by the id that its answer carries. */
export const requestOrigin = (response: Response): LogContext => ({
  requestId: String(response.getHeader(REQUEST_ID_HEADER)),
})
