import { retryAfterMs } from '../upstream/retry-after.js'
import { networkCode, type UpstreamFault } from '../upstream/upstream-fault.js'

/** The fields of the SDK's errors that say something; on a broken connection all are missing. */
interface MistralError {
  statusCode?: number
  headers?: Headers
  body?: string
}

export function mistralFault(thrown: unknown): UpstreamFault {
  const { statusCode, headers, body = '' } = thrown as MistralError
  return {
    status: statusCode,
    words: [/"type"\s*:\s*"(\w+)"/.exec(body)?.[1], networkCode(thrown)],
    message: body,
    retryAfterMs: retryAfterMs(headers),
  }
}
