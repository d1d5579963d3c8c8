import { once } from 'node:events'
import { WebSocket } from 'ws'
import { BenchProcess } from '../support/bench-process.js'
import { compile } from '../support/compile.js'
import type { Contender } from './contender.js'

interface Message {
  side?: string
  text?: string
  done?: boolean
}

/** What nothing that runs on Node can be below; it has no rooms, so nobody watches. */
export async function rawContender(name: string, env: Record<string, string>): Promise<Contender> {
  const server = await BenchProcess.start(await compile('test/bench/relay/raw.process.ts'), env)
  return {
    name,
    server,
    async sit(ears) {
      const socket = new WebSocket(server.url)
      await once(socket, 'open')
      return {
        run: (prompt, sides) =>
          new Promise((resolve) => {
            socket.on('message', (data) => {
              const { side, text, done } = JSON.parse(String(data)) as Message
              if (side && text) ears.hear(side, text)
              if (done) resolve()
            })
            socket.send(JSON.stringify({ prompt, sides }))
          }),
        leave: () => socket.close(),
      }
    },
  }
}
