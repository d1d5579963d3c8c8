import type { JsonObject, Reply, RetryAfter } from './script.js'

/** A streamed answer in pieces, so that it can be delayed or cut between any two of them. */
export interface Frames {
  head: string
  /** One for each piece of reasoning, then of text. */
  pieces: readonly string[]
  /** The finish marker, the token counts, the end of the stream. */
  tail: string
  /** An error in place of what follows. */
  error: string
}

/** An error as the upstream tells it. */
export interface WireFault {
  status: number
  message: string
  wait?: RetryAfter
}

/** One wire format. */
export interface Wire {
  frames(reply: Reply, model: string): Frames
  errorBody(fault: WireFault): JsonObject
}

/** The error inside a stream that a reply asks for, or the one that the format is known for. */
export const streamFault = (reply: Reply, status: number, message: string): WireFault => ({
  status: reply.status ?? status,
  message: reply.message ?? message,
  wait: reply.retryAfter,
})

export const sse = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`
