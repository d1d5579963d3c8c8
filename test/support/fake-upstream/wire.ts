import type { JsonObject, Reply } from './script.js'

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

/** One wire format. */
export interface Wire {
  frames(reply: Reply, model: string): Frames
  errorBody(status: number, message: string): JsonObject
}

export const sse = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`
