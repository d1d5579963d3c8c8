// A crowd in a process of its own: `node crowd.mjs URL CONVERSATION KEY COUNT`. Told `come`, so many people with a
// session each come by the link of a conversation, and it says `here`; told `go`, all leave, and it says `gone`.
import { createInterface } from 'node:readline'
import { io } from 'socket.io-client'

const [, , url, conversationId, key, count] = process.argv
const AT_ONCE = 25
let sockets = []

async function arrive() {
  // Closed at once, so that what is left in the server is no connection of this.
  const response = await fetch(`${url}/api/site`, { headers: { connection: 'close' } })
  await response.arrayBuffer()
  const cookie = response.headers.getSetCookie()[0].split(';')[0]
  const options = { transports: ['websocket'], forceNew: true, timeout: 60_000 }
  const socket = io(url, { ...options, extraHeaders: { cookie } })
  sockets.push(socket)
  await new Promise((resolve) => socket.once('connect', resolve))
  const joined = await socket.emitWithAck('conversation:join', { conversationId, key })
  if (!joined.ok) throw new Error(joined.error.message)
}

async function come() {
  let left = Number(count)
  const arriveInTurns = async () => {
    for (; left > 0; await arrive()) left -= 1
  }
  await Promise.all(Array.from({ length: AT_ONCE }, arriveInTurns))
}

for await (const word of createInterface({ input: process.stdin })) {
  if (word === 'come') {
    await come()
    process.stdout.write('here\n')
  } else {
    for (const socket of sockets) socket.disconnect()
    sockets = []
    process.stdout.write('gone\n')
  }
}
