import type { WireError } from '#shared/protocol/common'
import { AppError } from '../domain/app-error.js'

const UNKNOWN: WireError = {
  code: 'internal',
  message: 'Something went wrong on our side. Nothing of yours is lost; please try again.',
}

/** What of an error may leave the server: refusals as they are, everything else as one plain line. */
export function toWireError(error: unknown): WireError {
  if (!(error instanceof AppError)) return UNKNOWN
  return { code: error.code, message: error.message, ...error.detail }
}
