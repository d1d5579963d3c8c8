import { HttpException } from '@nestjs/common'
import type { WireError } from '#shared/protocol/common'
import type { ErrorCode } from '#shared/error-codes'
import type { Response } from 'express'
import { AppError } from '../domain/app-error.js'
import { toWireError } from './wire-error.js'

const STATUS: Partial<Record<ErrorCode, number>> = {
  access_code_wrong: 403,
  access_required: 403,
  config_invalid: 422,
  consent_required: 403,
  image_too_large: 413,
  image_unreadable: 415,
  internal: 500,
  models_away: 503,
  moderation_down: 503,
  not_found: 404,
  not_supported: 409,
  origin_refused: 403,
  rate_limited: 429,
  session_required: 401,
  shutting_down: 503,
  unauthorized: 401,
  already_voted: 409,
  answer_running: 409,
  conversation_closed: 409,
  side_failed: 409,
  vote_waits: 409,
}

/** Ends a failed HTTP request with `{ error: { code, message } }`. */
export function answerError(response: Response, error: unknown): void {
  const { status, wire } = translate(error)
  if (response.headersSent) {
    response.end()
    return
  }
  if (wire.retryAfterMs) response.setHeader('Retry-After', Math.ceil(wire.retryAfterMs / 1000))
  response.status(status).json({ error: wire })
}

function translate(error: unknown): { status: number; wire: WireError } {
  const wire = toWireError(error)
  if (error instanceof AppError) return { status: STATUS[error.code] ?? 400, wire }
  if (error instanceof HttpException) return fromNest(error)
  return { status: 500, wire }
}

/** Nest's own refusals: an unknown route, a body that is no JSON or too large. */
function fromNest(error: HttpException): { status: number; wire: WireError } {
  const status = error.getStatus()
  if (status === 404)
    return { status, wire: { code: 'not_found', message: 'There is nothing here.' } }
  if (status >= 500) return { status, wire: toWireError(error) }
  return { status, wire: { code: 'invalid_payload', message: 'The request cannot be read.' } }
}
