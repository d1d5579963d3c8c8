import type { IncomingHttpHeaders } from 'node:http'

export type WireName = 'openai' | 'anthropic_message' | 'gemini' | 'mistral'

/** How an answer ends where something happens to it. */
interface Cut {
  /** After so many pieces of reasoning and text. */
  after: number
  /**
   * `fin`: a clean end without a finish marker. `reset`: the connection breaks. `stall`: nothing more
   * comes. `error`: the API's own error inside the stream.
   */
  by: 'fin' | 'reset' | 'stall' | 'error'
}

/** What the upstream does with one request. Everything absent is what a healthy API does. */
export interface Reply {
  reasoning?: readonly string[]
  text?: readonly string[]
  finish?: 'stop' | 'length' | 'filter'
  usage?: { input: number; output: number; reasoning?: number }
  cut?: Cut
  /** Milliseconds until the headers, and between two pieces. */
  firstByteMs?: number
  chunkMs?: number
  /** A status other than 200 is answered with an error body in the format of the API. */
  status?: number
  headers?: Record<string, string>
  message?: string
  /** A body in place of the API's own. */
  body?: string
  /** Parameters whose presence is answered with 400. */
  rejects?: readonly string[]
  /** What comes in place of an answer: a broken connection, or nothing at all. */
  instead?: 'reset' | 'silence'
}

export type JsonObject = Record<string, unknown>

/** One request as it arrived. */
export interface Call {
  wire: WireName
  path: string
  headers: IncomingHttpHeaders
  body: JsonObject
  /** How the exchange ended: `aborted` when the client closed the connection before we had finished. */
  closed: Promise<'finished' | 'aborted'>
}

export type Script = (call: Call, index: number) => Reply
