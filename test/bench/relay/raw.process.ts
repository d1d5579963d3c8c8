// The raw limit: undici straight to a plain websocket, one JSON.parse a chunk and nothing else.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from 'undici'
import { WebSocketServer, type WebSocket } from 'ws'

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })

interface Chunk {
  choices: { delta: { content?: string } }[]
}

function relayLine(line: string, side: string, socket: WebSocket): void {
  if (!line.startsWith('data: {')) return
  const { choices } = JSON.parse(line.slice(6)) as Chunk
  const text = choices[0]?.delta.content
  if (text) socket.send(JSON.stringify({ side, text }))
}

async function relay(socket: WebSocket, side: string, content: string): Promise<void> {
  const { body } = await request(`${process.env.UPSTREAM}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ messages: [{ role: 'user', content }], stream: true }),
  })
  let rest = ''
  for await (const data of body) {
    const lines = (rest + String(data)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) relayLine(line, side, socket)
  }
}

sockets.on('connection', (socket) => {
  socket.on('message', (message) => {
    const { prompt, sides } = JSON.parse(String(message)) as { prompt: string; sides: number }
    void Promise.all(['a', 'b'].slice(0, sides).map((side) => relay(socket, side, prompt))).then(
      () => socket.send('{"done":true}'),
    )
  })
})
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`open at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`)
})
