import { z } from 'zod'
import type { ErrorCode } from '../error-codes.js'
import { SIDES, type Limited, type LimitScope, type Side } from '../vocabulary.js'

/** The error that every refused event and every failed HTTP request carries. */
export interface WireError {
  code: ErrorCode
  message: string
  retryAfterMs?: number
  /** Only with `rate_limited`: which limit it was. */
  limit?: { of: Limited; per: LimitScope }
  /** Only with `config_invalid`: every fault with its path, never a value. */
  faults?: { path: string; message: string }[]
}

/** What each client event is answered with, always. */
export type Ack<T> = { ok: true; data: T } | { ok: false; error: WireError }

export type BySide<T> = Partial<Record<Side, T>>

export const Id = z.string().min(1).max(64)
export const CommandId = z.string().min(1).max(64)
export const SideName = z.enum(SIDES)
export const TurnNumber = z.number().int().min(1)

export const Empty = z.strictObject({})
export type Empty = z.infer<typeof Empty>
