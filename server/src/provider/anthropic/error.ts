import { retryAfterMs } from '../upstream/retry-after.js'
import { networkCode, statusOfStreamError, type UpstreamFault } from '../upstream/upstream-fault.js'

/** The fields of the SDK's errors that say something; on a broken connection all are missing. */
interface AnthropicError {
  status?: number
  headers?: Headers
  /** Where the upstream answered: the status and the raw body. */
  message?: string
  /** The body. An error inside a stream has it too, but no status. */
  error?: unknown
  type?: string | null
}

export function anthropicFault(thrown: unknown): UpstreamFault {
  const error = thrown as AnthropicError
  const { status, type, message = '' } = error
  return {
    status: status ?? (error.error ? statusOfStreamError(type) : undefined),
    words: [type, networkCode(error)],
    message,
    retryAfterMs: retryAfterMs(error.headers),
  }
}
