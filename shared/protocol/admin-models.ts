import { z } from 'zod'
import type { AnswerErrorCode } from '../error-codes.js'
import type { ApiType, FinishReason } from '../vocabulary.js'
import type { FailureCount } from './admin.js'
import type { UnsetVariables } from './model.js'

const ModelName = z.string().min(1).max(200)

export const ModelOrder = z.strictObject({ name: ModelName })
export type ModelOrder = z.infer<typeof ModelOrder>

/** What is to hold for a model for now, whatever the model file says; null leaves the file's weight. */
export const ModelSetting = z.strictObject({
  name: ModelName,
  off: z.boolean(),
  weight: z.number().min(0).max(1_000_000).nullable(),
})
export type ModelSetting = z.infer<typeof ModelSetting>

/** A model as its operator sees it: no key, no address. */
export interface AdminModel {
  name: string
  version: number
  provider: ApiType
  demo: boolean
  available: boolean
  reason?: string
  unset?: UnsetVariables
  /** As it is drawn by now. */
  weight: number
  anonyOnly: boolean
  deprecated: boolean
  vision: boolean
  /** Parameters that the model refused and that are left out since. */
  rejectedParameters: string[]
  /** Whether requests go out: `open` after failures, `half_open` while one may try; and the last failure. */
  health: {
    state: 'closed' | 'open' | 'half_open'
    lastError?: { code: AnswerErrorCode; at: number }
  }
  /** Since midnight by UTC, of every version of it. */
  failuresToday: FailureCount[]
  /** Set for now; `writtenWeight` is what the model file says. */
  override?: { off: boolean; weight?: number }
  writtenWeight: number
  /** Per million tokens. */
  inputPrice?: number
  outputPrice?: number
  currency?: string
}

/** How a model answered a tiny prompt. */
export interface ModelTest {
  ok: boolean
  /** The beginning of what it said. */
  text: string
  firstTokenMs?: number
  totalMs: number
  inputTokens?: number
  outputTokens?: number
  finishReason?: FinishReason
  /** `cause`: words about it that hold no key, host or upstream sentence. */
  error?: { code: AnswerErrorCode; cause?: string }
}

export interface Reloaded {
  added: string[]
  removed: string[]
  changed: string[]
  warnings: { path: string; message: string }[]
}
