import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { play } from './play.js'
import type { Call, JsonObject, Script, WireName } from './script.js'
import { WIRES } from './wires.js'

/** A server that speaks the four wire formats and does to each request what the script says. */
export interface FakeUpstream {
  /** Serves all formats; which one is meant shows in the request. */
  url: string
  calls: Call[]
  /** Replaces the script; by default every request is answered with `Hello.` */
  script(script: Script): void
  close(): Promise<void>
}

export async function startFakeUpstream(): Promise<FakeUpstream> {
  const calls: Call[] = []
  let script: Script = () => ({ text: ['Hello.'] })

  const server = createServer(async (request, response) => {
    const call = await receive(request, response)
    // The client left before it had asked.
    if (!call) return
    const reply = script(call, calls.push(call) - 1)
    await play(reply, call, WIRES[call.wire], response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    script: (next) => {
      script = next
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Call | undefined> {
  const at = performance.now()
  const closed = once(response, 'close').then(() => {
    call.closedAt = performance.now()
    return response.writableFinished ? ('finished' as const) : ('aborted' as const)
  })
  const call: Call = {
    wire: wireOf(request),
    path: request.url ?? '',
    headers: request.headers,
    body: {},
    at,
    closed,
  }
  const body = await json(request).catch(() => undefined)
  if (!body) return undefined
  call.body = body as JsonObject
  return call
}

/** OpenAI and Mistral share a path; Mistral's SDK names itself. */
function wireOf({ url = '', headers }: IncomingMessage): WireName {
  if (url.includes(':streamGenerateContent')) return 'gemini'
  if (url.endsWith('/messages')) return 'anthropic_message'
  return headers['user-agent']?.includes('mistral') ? 'mistral' : 'openai'
}
