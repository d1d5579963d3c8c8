// The bare loop: the openai SDK straight to a Socket.IO room, one emit a token, or a frame each FRAME_MS.
// No storage, no session, no time limits, no pace, no votes.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import OpenAI from 'openai'
import { Server } from 'socket.io'

const frameMs = Number(process.env.FRAME_MS ?? 0)
const client = new OpenAI({
  apiKey: 'none',
  baseURL: `${process.env.UPSTREAM}/v1`,
  maxRetries: 0,
})
const http = createServer()
const io = new Server(http, { perMessageDeflate: false, serveClient: false })

async function relay(room: string, side: string, content: string): Promise<void> {
  let waiting = ''
  const flush = () => {
    if (waiting) io.to(room).emit('delta', { room, side, text: waiting })
    waiting = ''
  }
  const beat = frameMs > 0 ? setInterval(flush, frameMs) : undefined
  const stream = await client.chat.completions.create({
    model: 'bench',
    stream: true,
    stream_options: { include_usage: true },
    messages: [{ role: 'user', content }],
  })
  for await (const { choices } of stream) {
    const text = choices[0]?.delta.content
    if (!text) continue
    waiting += text
    if (!beat) flush()
  }
  clearInterval(beat)
  flush()
}

io.on('connection', (socket) => {
  socket.on('join', (room: string, ack: () => void) => {
    void socket.join(room)
    ack()
  })
  socket.on('start', (room: string, prompt: string, sides: number, ack: () => void) => {
    void socket.join(room)
    ack()
    void Promise.all(['a', 'b'].slice(0, sides).map((side) => relay(room, side, prompt))).then(() =>
      io.to(room).emit('done', { room }),
    )
  })
})
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`open at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`)
})
