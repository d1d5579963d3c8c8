// A model API in the format of OpenAI. The prompt says what to do: "<tokens> <milliseconds between two>".
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { newToken } from './stamp.js'

interface Stream {
  response: ServerResponse
  left: number
  everyMs: number
  dueAt: number
}

const TICK_MS = 2
const streams = new Set<Stream>()

const chunk = (delta: object, finish: string | null = null): string =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-BhTxSvSYiSPzwR3v0q0vPyVQWn2hE',
    object: 'chat.completion.chunk',
    created: 1_764_000_000,
    model: 'bench',
    service_tier: 'default',
    system_fingerprint: 'fp_07871e2ad8',
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  })}\n\n`

const END = `${chunk({}, 'stop')}data: ${JSON.stringify({
  id: 'chatcmpl-BhTxSvSYiSPzwR3v0q0vPyVQWn2hE',
  object: 'chat.completion.chunk',
  created: 1_764_000_000,
  model: 'bench',
  choices: [],
  usage: { prompt_tokens: 9, completion_tokens: 300, total_tokens: 309 },
})}\n\ndata: [DONE]\n\n`

function advance(stream: Stream, now: number): void {
  while (stream.left > 0 && stream.dueAt <= now) {
    stream.response.write(chunk({ content: newToken() }))
    stream.left -= 1
    stream.dueAt += stream.everyMs
  }
  if (stream.left > 0) return
  stream.response.end(END)
  streams.delete(stream)
}

setInterval(() => {
  const now = performance.now()
  for (const stream of streams) advance(stream, now)
}, TICK_MS)

const server = createServer((request, response) => {
  void json(request).then((body) => {
    const { messages } = body as { messages: { content: string }[] }
    const [tokens = 1, everyMs = 20] = (messages.at(-1)?.content ?? '').split(' ').map(Number)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(chunk({ role: 'assistant', content: '' }))
    const stream = { response, left: tokens, everyMs, dueAt: performance.now() }
    streams.add(stream)
    if (everyMs === 0) advance(stream, stream.dueAt)
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`open at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
