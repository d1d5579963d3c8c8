import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import { BenchProcess } from '../support/bench-process.js'
import { compile } from '../support/compile.js'
import { transportsOf, type Contender, type Transport } from './contender.js'
import type { Ears } from './ears.js'

/** The loop of a server that does nothing else; a `frameMs` of 0 emits each token. */
export async function bareContender(
  name: string,
  env: Record<string, string>,
  frameMs: number,
): Promise<Contender> {
  const script = await compile('test/bench/relay/bare.process.ts')
  const server = await BenchProcess.start(script, { ...env, FRAME_MS: String(frameMs) })
  return {
    name,
    server,
    async sit(ears, watchers, polling) {
      const room = randomUUID()
      const transports = transportsOf(1 + watchers.length, polling)
      const sockets = await Promise.all(
        [ears, ...watchers].map((each, index) => listen(server.url, each, transports[index]!)),
      )
      for (const socket of sockets.slice(1)) await socket.emitWithAck('join', room)
      return {
        async run(prompt, sides) {
          const ends = sockets.map((socket) => once(socket as never, 'done'))
          await sockets[0]!.emitWithAck('start', room, prompt, sides)
          await Promise.all(ends)
        },
        leave: () => sockets.forEach((socket) => socket.disconnect()),
      }
    },
  }
}

async function listen(url: string, ears: Ears, transport: Transport): Promise<Socket> {
  const socket = io(url, { transports: [transport], forceNew: true })
  socket.on('delta', ({ side, text }: { side: string; text: string }) => ears.hear(side, text))
  await once(socket as never, 'connect')
  return socket
}
