import type { ErrorCode } from '#shared/error-codes'
import type { Limited, LimitScope } from '#shared/vocabulary'

export interface AppErrorDetail {
  retryAfterMs?: number
  limit?: { of: Limited; per: LimitScope }
  faults?: { path: string; message: string }[]
}

/** A refusal that people may read: its code is of the closed list, its message names no secret and no model. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail: AppErrorDetail = {},
  ) {
    super(message)
    this.name = 'AppError'
  }
}
