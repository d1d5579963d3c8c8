import type { IncomingHttpHeaders } from 'node:http'

export type WireName = 'openai' | 'anthropic_message' | 'gemini' | 'mistral'

/** How an answer ends where something happens to it. */
export interface Cut {
  /** After so many pieces of reasoning and text. */
  after: number
  /**
   * `fin`: a clean end without a finish marker. `reset`: the connection breaks. `stall`: nothing more
   * comes. `error`: the API's own error inside the stream, with `status` and `message` of the reply.
   */
  by: 'fin' | 'reset' | 'stall' | 'error'
}

/** How long to stay away, as an upstream may say it; `google` is the detail in the body of an error. */
export interface RetryAfter {
  ms: number
  form: 'seconds' | 'date' | 'ms' | 'google'
}

/** What the upstream does with one request. Everything absent is what a healthy API does. */
export interface Reply {
  reasoning?: readonly string[]
  text?: readonly string[]
  finish?: 'stop' | 'length' | 'filter'
  usage?: { input: number; output: number; reasoning?: number }
  cut?: Cut
  /** Nothing more after so many pieces until a test has seen what it wanted of them. */
  hold?: { after: number; until: Promise<unknown> }
  /** Milliseconds until the headers, and between two pieces. */
  firstByteMs?: number
  chunkMs?: number
  /** Up to so many milliseconds more before each piece, the same again for the same `seed`. */
  jitterMs?: number
  seed?: number
  /** Characters a second, in place of `chunkMs`. */
  rate?: number
  /** The stream in writes of so many bytes, whatever they split. */
  writeBytes?: number
  /** Milliseconds between the last byte and the end of the response. */
  closeMs?: number
  /** The piece of this number is sent twice. */
  duplicate?: number
  /** Bytes that belong to no format, after so many pieces. */
  garbage?: { after: number; bytes: string | Buffer }
  /**
   * After all pieces more of these, until the client goes or, after `times`, the end; undefined is a
   * comment, as upstreams send to keep a connection open.
   */
  flood?: { piece(index: number): string | undefined; times?: number }
  /** The line separators of Unicode as they are, also where the API itself escapes them. */
  raw?: boolean
  /** No space after `data:`, as some gateways send it. */
  tight?: boolean
  /** A status other than 200 is answered with an error body in the format of the API. */
  status?: number
  headers?: Record<string, string>
  retryAfter?: RetryAfter
  message?: string
  /** A body in place of the API's own. */
  body?: string | Buffer
  /** Parameters whose presence is answered with 400. */
  rejects?: readonly string[]
  /** What comes in place of an answer: a broken connection, nothing at all, or a page with status 200. */
  instead?: 'reset' | 'silence' | 'html'
}

export type JsonObject = Record<string, unknown>

/** One request as it arrived. */
export interface Call {
  wire: WireName
  path: string
  headers: IncomingHttpHeaders
  body: JsonObject
  /** When it arrived, by `performance.now()`. */
  at: number
  /** How the exchange ended: `aborted` when the client closed the connection before we had finished. */
  closed: Promise<'finished' | 'aborted'>
  /** When it ended; undefined while it lasts. */
  closedAt?: number
}

export type Script = (call: Call, index: number) => Reply
