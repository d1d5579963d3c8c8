import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type Input = string | { type: string; text?: string; image_url?: { url: string } }[]

interface Asked {
  input: Input
  model: string
  headers: IncomingHttpHeaders
}

export interface FakeModeration {
  /** What `MODERATION_API_BASE` is for it. */
  base: string
  asked: Asked[]
  /** Whether to flag; throws nothing. */
  flags: (input: string) => boolean
  /** Statuses of the next answers, instead of 200. */
  statuses: number[]
  close(): Promise<void>
}

/** OpenAI's moderation API, as far as it is used. */
export async function startFakeModeration(): Promise<FakeModeration> {
  const fake: FakeModeration = {
    base: '',
    asked: [],
    flags: () => false,
    statuses: [],
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const status = request.url === '/v1/moderations' ? (fake.statuses.shift() ?? 200) : 404
      const body = JSON.parse(Buffer.concat(parts).toString()) as { input: Input; model: string }
      fake.asked.push({ ...body, headers: request.headers })
      const flagged = fake.flags(JSON.stringify(body.input))
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(
        status === 200
          ? JSON.stringify({ id: 'modr-1', model: body.model, results: [{ flagged }] })
          : JSON.stringify({ error: { message: 'secret upstream words' } }),
      )
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  fake.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return fake
}
