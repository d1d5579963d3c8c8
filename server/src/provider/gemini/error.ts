import { googleDurationMs } from '../upstream/retry-after.js'
import { networkCode, statusOfStreamError, type UpstreamFault } from '../upstream/upstream-fault.js'

/** The API's own error object, which comes inside a stream and which the SDK passes on as a chunk. */
export class GeminiStreamError extends Error {
  constructor(readonly error: { code?: number; message?: string; status?: string }) {
    super(error.message)
  }
}

/** The fields of the SDK's errors that say something; on a broken connection all are missing. */
interface GeminiError {
  status?: number
  message?: string
  errorDetails?: { reason?: string; retryDelay?: string }[]
}

export function geminiFault(thrown: unknown): UpstreamFault {
  if (thrown instanceof GeminiStreamError) {
    const { code, status, message = '' } = thrown.error
    return { status: statusOfStreamError(code), words: [status], message }
  }
  const { status, message = '', errorDetails = [] } = thrown as GeminiError
  return {
    status,
    words: [...errorDetails.map(({ reason }) => reason), networkCode(thrown)],
    message,
    // The SDK keeps the headers to itself; Google says in the body how long to wait.
    retryAfterMs: errorDetails.map(({ retryDelay }) => googleDurationMs(retryDelay)).find(Boolean),
  }
}
