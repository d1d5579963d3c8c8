import { retryAfterMs } from '../upstream/retry-after.js'
import { networkCode, statusOfStreamError, type UpstreamFault } from '../upstream/upstream-fault.js'

/** The fields of the SDK's errors that say something; on a broken connection all are missing. */
interface OpenaiError {
  status?: number
  headers?: Headers
  message?: string
  /** The `error` object of the body. An error inside a stream has it too, but no status. */
  error?: { code?: unknown }
  code?: string | null
  type?: string | null
}

export function openaiFault(thrown: unknown): UpstreamFault {
  const error = thrown as OpenaiError
  const { status, type, code, message = '' } = error
  return {
    status: status ?? (error.error && statusOfStreamError(error.error.code, type)),
    words: [type, code, networkCode(error)],
    message: `${type} ${code} ${message}`,
    retryAfterMs: retryAfterMs(error.headers),
  }
}
