import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Call, JsonObject, Reply } from './script.js'
import type { Wire } from './wire.js'

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
  const { status, message } = verdict(reply, call.body)
  if (status !== 200 || reply.body !== undefined) {
    response.writeHead(status, { 'content-type': 'application/json', ...reply.headers })
    response.end(reply.body ?? JSON.stringify(wire.errorBody(status, message)))
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', ...reply.headers })
  await stream(reply, call, wire, response)
}

/** The status and the error message of the answer. */
function verdict(reply: Reply, body: JsonObject): { status: number; message: string } {
  const refused = reply.rejects?.find((name) => hasKey(body, name))
  return refused
    ? { status: 400, message: `Unsupported parameter: '${refused}' is not supported.` }
    : { status: reply.status ?? 200, message: reply.message ?? 'It went wrong' }
}

/** Gemini keeps its parameters one level deeper than the others. */
const hasKey = ({ generationConfig, ...body }: JsonObject, name: string): boolean =>
  name in body || name in ((generationConfig as JsonObject | undefined) ?? {})

async function stream(reply: Reply, call: Call, wire: Wire, response: ServerResponse) {
  const { head, pieces, tail, error } = wire.frames(reply, String(call.body.model))
  const { after = Infinity, by } = reply.cut ?? {}
  response.flushHeaders()
  await write(response, head)
  for (const piece of pieces.slice(0, after)) {
    if (reply.chunkMs) await delay(reply.chunkMs)
    if (response.destroyed) return
    await write(response, piece)
  }
  if (by === 'stall') return
  // A turn of the event loop later, so that what was written is on its way.
  if (by === 'reset') setImmediate(() => reset(response))
  else if (by === 'error') response.end(error)
  else response.end(by === 'fin' ? '' : tail)
}

const write = (response: ServerResponse, frame: string): Promise<void> =>
  new Promise((resolve) => (frame ? response.write(frame, () => resolve()) : resolve()))

const reset = (response: ServerResponse): void => {
  response.socket?.resetAndDestroy()
}
