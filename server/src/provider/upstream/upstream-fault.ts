import type { AnswerErrorCode } from '#shared/error-codes'
import { AnswerFailure } from '../../domain/conversation/answer-event.js'
import type { ParameterName } from '../parameter-name.js'
import { blamedParameters, blamesValue } from './parameters.js'

/** What the error of an SDK says, in one shape for all four. */
export interface UpstreamFault {
  /** HTTP status, or the status that an error inside the stream stands for. */
  status?: number
  /** Identifiers out of the error, such as `invalid_api_key` or `ECONNREFUSED`. */
  words: readonly unknown[]
  /** The whole message, to recognise quirks by. It may name hosts, accounts and prompts. */
  message: string
  retryAfterMs?: number
}

/** Where in its life an answer was when the fault came. */
export interface AnswerProgress {
  /** The upstream had begun to answer. */
  opened: boolean
  sent: readonly ParameterName[]
}

/** The upstream refuses parameters that the answer can do without. */
export class ParameterRejected extends AnswerFailure {
  constructor(
    readonly names: readonly ParameterName[],
    /** True when no value would please it. */
    readonly always: boolean,
    cause: unknown,
  ) {
    super('model_rejected', { cause })
  }
}

/** The failure that a fault means to the arena; only words that cannot hold a secret go with it. */
export function failureOf(fault: UpstreamFault, progress: AnswerProgress): AnswerFailure {
  const cause = new Error(describe(fault))
  if (fault.status === 400 || fault.status === 422) {
    const blamed = blamedParameters(fault.message, progress.sent)
    if (blamed.length > 0) return new ParameterRejected(blamed, !blamesValue(fault.message), cause)
  }
  const code = codeOf(fault, progress.opened)
  return new AnswerFailure(code, { cause, retryAfterMs: fault.retryAfterMs })
}

// Some APIs answer 400 to a wrong key or an unknown model, and to a prompt that their filter refuses.
const WRONG_KEY_OR_MODEL =
  /api[ _]key|(unknown|valid)[ _]model|model\b.{0,80}\b(not found|not exist|not a valid|not supported)/i
const FILTERED = /content[ _](filter|policy)|content management policy/i

function codeOf({ status, message }: UpstreamFault, opened: boolean): AnswerErrorCode {
  if (status === undefined) return opened ? 'answer_truncated' : 'model_unreachable'
  // 529 is Anthropic's word for overload.
  if (status === 429 || status === 529) return 'model_busy'
  // A conflict with another request of ours.
  if (status === 409) return 'model_busy'
  if (status >= 500 || status === 408) return 'model_unreachable'
  // Redirects are not followed, so one means a wrong base; 402 is an account without money.
  if (status < 400 || [401, 402, 403, 404].includes(status)) return 'model_misconfigured'
  if (FILTERED.test(message)) return 'answer_filtered'
  return WRONG_KEY_OR_MODEL.test(message) ? 'model_misconfigured' : 'model_rejected'
}

// Keys have digits, hosts have dots and prompts have spaces; the identifiers of errors have neither.
const IDENTIFIER = /^[a-z][a-z_]{2,40}$/i

function describe({ status, words }: UpstreamFault): string {
  const safe = words.filter((word) => typeof word === 'string' && IDENTIFIER.test(word))
  return [status === undefined ? 'no HTTP status' : `HTTP ${status}`, ...new Set(safe)].join(' ')
}

const STATUS_OF_TYPE: Record<string, number> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  model_not_found: 404,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  too_many_requests: 429,
  timeout_error: 504,
  overloaded_error: 529,
}

/** The status that an error inside a stream stands for: a number it carries, or the one of its type. */
export function statusOfStreamError(...hints: readonly unknown[]): number {
  for (const hint of hints) {
    const status = typeof hint === 'string' ? (STATUS_OF_TYPE[hint] ?? Number(hint)) : hint
    if (typeof status === 'number' && status >= 400 && status < 600) return status
  }
  return 500
}

/** The code of the network error at the bottom of a chain of causes, such as `ECONNREFUSED`. */
export function networkCode(error: unknown): unknown {
  const { cause, code } = (error ?? {}) as { cause?: unknown; code?: unknown }
  return (cause && networkCode(cause)) ?? code
}
