// A client that sends messages as fast as a socket takes them, in a process of its own, until it is killed.
// `node flooder.mjs URL COOKIE`: says `flooding` once the first is answered, then a line of counts every 100 ms.
import { io } from 'socket.io-client'

const [, , url, cookie] = process.argv
const socket = io(url, {
  extraHeaders: { cookie },
  transports: ['websocket'],
  reconnection: false,
})
const counts = { answered: 0, refused: 0 }
const EACH = 20
const EVERY_MS = 10

function burst() {
  for (let at = 0; at < EACH; at += 1) {
    socket.emit('leaderboard:unwatch', {}, ({ ok }) => {
      if (counts.answered === 0 && counts.refused === 0) process.stdout.write('flooding\n')
      counts[ok ? 'answered' : 'refused'] += 1
    })
  }
}
socket.on('connect', () => setInterval(burst, EVERY_MS))
setInterval(() => process.stdout.write(`${JSON.stringify(counts)}\n`), 100)
