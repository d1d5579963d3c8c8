import { AsyncLocalStorage } from 'node:async_hooks'

/** What a log line tells of where it comes from. No prompt, key or address is ever among it. */
export interface LogContext {
  /** Of an HTTP request, and in its answer's `X-Request-Id`. */
  requestId?: string
  /** The socket event that is being answered. */
  event?: string
  conversationId?: string
  turn?: number
}

const contexts = new AsyncLocalStorage<LogContext>()

/** Everything that `work` logs, now and later, carries this beside what its caller's lines carry. */
export const loggedWithin = <T>(context: LogContext, work: () => T): T =>
  contexts.run({ ...contexts.getStore(), ...context }, work)

export const logContext = (): LogContext => contexts.getStore() ?? {}
