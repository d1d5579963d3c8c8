/**
 * What a log line tells of where it comes from, given after its message. No prompt, key or address is ever
 * among it. Handed on by hand: until Node 24 an `AsyncLocalStorage` costs each promise of the process, and
 * with them a sixth of the processor time of a relayed token.
 */
export interface LogContext {
  /** Of an HTTP request, and in its answer's `X-Request-Id`. */
  requestId?: string
  /** The socket event that is being answered. */
  event?: string
  conversationId?: string
  turn?: number
}
