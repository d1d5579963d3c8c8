import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { modelOf } from './echo.js'
import { retryAfterHeaders } from './retry-after.js'
import { rhythmOf } from './rhythm.js'
import type { Call, JsonObject, Reply } from './script.js'
import { StreamWriter } from './stream-writer.js'
import type { Frames, Wire } from './wire.js'

/** Acts out a reply; returns early when the client goes. */
export async function play(
  reply: Reply,
  call: Call,
  wire: Wire,
  response: ServerResponse,
): Promise<void> {
  if (reply.firstByteMs) await delay(reply.firstByteMs)
  if (reply.instead === 'silence') return
  if (reply.instead === 'reset') return reset(response)
  if (reply.instead === 'html') return page(reply, response)
  const { status, message } = verdict(reply, call.body)
  if (status !== 200 || reply.body !== undefined) {
    const headers = { ...retryAfterHeaders(reply.retryAfter), ...reply.headers }
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(
      reply.body ?? JSON.stringify(wire.errorBody({ status, message, wait: reply.retryAfter })),
    )
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', ...reply.headers })
  await stream(reply, call, wire, response)
}

/** The status and the error message of the answer. */
function verdict(reply: Reply, body: JsonObject): { status: number; message: string } {
  const refused = reply.rejects?.find((name) => hasKey(body, name))
  if (refused) {
    return { status: 400, message: `Unsupported parameter: '${refused}' is not supported.` }
  }
  // A status that belongs to an error inside the stream comes after a healthy beginning.
  const status = reply.cut?.by === 'error' ? 200 : (reply.status ?? 200)
  return { status, message: reply.message ?? 'It went wrong' }
}

/** Gemini keeps its parameters one level deeper than the others. */
const hasKey = ({ generationConfig, ...body }: JsonObject, name: string): boolean =>
  name in body || name in ((generationConfig as JsonObject | undefined) ?? {})

async function stream(reply: Reply, call: Call, wire: Wire, response: ServerResponse) {
  const { head, pieces, tail, error } = framesOf(reply, modelOf(call), wire)
  const { after = Infinity, by } = reply.cut ?? {}
  const writer = new StreamWriter(response, reply.writeBytes)
  const pause = rhythmOf(reply)
  response.flushHeaders()
  await writer.write(head)
  for (const [index, piece] of pieces.slice(0, after).entries()) {
    await garbage(reply, index, writer)
    await held(reply, index)
    await pause(index)
    if (writer.gone) return
    await writer.write(index === reply.duplicate ? piece + piece : piece)
  }
  await garbage(reply, Math.min(pieces.length, after), writer)
  await flood(reply, wire, writer, pause)
  if (by === 'stall' || writer.gone) return
  // A turn of the event loop later, so that what was written is on its way.
  if (by === 'reset') return void setImmediate(() => reset(response))
  if (by === undefined || by === 'error') await writer.write(by === 'error' ? error : tail)
  if (reply.closeMs) await delay(reply.closeMs)
  response.end()
}

function framesOf(reply: Reply, model: string, wire: Wire): Frames {
  const frames = wire.frames(reply, model)
  if (!reply.tight) return frames
  const tight = (lines: string) => lines.replaceAll(/(^|\n)data: /g, '$1data:')
  return {
    head: tight(frames.head),
    pieces: frames.pieces.map(tight),
    tail: tight(frames.tail),
    error: tight(frames.error),
  }
}

async function held({ hold }: Reply, index: number) {
  if (hold?.after === index) await hold.until
}

async function garbage({ garbage: junk }: Reply, index: number, writer: StreamWriter) {
  if (junk?.after === index) await writer.write(junk.bytes)
}

type Pause = ReturnType<typeof rhythmOf>

async function flood(reply: Reply, wire: Wire, writer: StreamWriter, pause: Pause) {
  const { piece, times = Infinity } = reply.flood ?? { piece: () => '', times: 0 }
  for (let index = 0; index < times && !writer.gone; index += 1) {
    const text = piece(index)
    await pause(index)
    // The second of two, since the first one of an answer brings an opening with it.
    const [, frame] = text === undefined ? [] : wire.frames({ text: ['', text] }, '').pieces
    await writer.write(frame ?? ': still here\n\n')
  }
}

function page({ message = '' }: Reply, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end(`<!doctype html><title>Sign in</title><p>${message}</p>`)
}

const reset = (response: ServerResponse): void => {
  response.socket?.resetAndDestroy()
}
