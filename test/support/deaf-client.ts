import { once } from 'node:events'
import { request } from 'node:http'
import type { Socket } from 'node:net'

/** A text frame of a client: masked, as the protocol wants, with a mask of zeros. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text)
  if (payload.length > 125) throw new Error('too long for a short frame')
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload])
}

/** A client that joins a conversation over a websocket of raw TCP and then reads nothing any more. */
export async function deafClient(
  url: string,
  cookie: string,
  conversationId: string,
): Promise<Socket> {
  const upgrade = request(`${url}/socket.io/?EIO=4&transport=websocket`, {
    headers: {
      cookie,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    },
  })
  upgrade.end()
  const [, socket] = (await once(upgrade, 'upgrade')) as [unknown, Socket]
  socket.on('error', () => undefined)
  const hears = async (words: string) => {
    for (let heard = ''; !heard.includes(words);) heard += String((await once(socket, 'data'))[0])
  }
  socket.write(frame('40'))
  await hears('40{')
  socket.write(frame(`420["conversation:join",{"conversationId":"${conversationId}"}]`))
  await hears('430[')
  socket.pause()
  return socket
}
