import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import type { Ack } from '#shared/protocol/common'
import type { ClientEvent, ClientEventMap } from '#shared/protocol/index'
import type { Transport } from './contender.js'
import type { Ears } from './ears.js'

/** A person who keeps nothing of what they hear, so that the measuring costs little. */
export class RingsideClient {
  private constructor(
    readonly cookie: string,
    private readonly socket: Socket,
  ) {}

  static async arrive(
    url: string,
    ears: Ears,
    cookie?: string,
    transport: Transport = 'websocket',
  ): Promise<RingsideClient> {
    const session = cookie ?? (await newSession(url))
    const socket = io(url, {
      transports: [transport],
      forceNew: true,
      extraHeaders: { cookie: session },
    })
    socket.on('answer:delta', ({ side, text }: { side: string; text: string }) =>
      ears.hear(side, text),
    )
    await once(socket as never, 'connect')
    return new RingsideClient(session, socket)
  }

  async does<E extends ClientEvent>(
    event: E,
    payload: Omit<ClientEventMap[E][0], 'commandId'>,
  ): Promise<ClientEventMap[E][1]> {
    const command = event === 'conversation:start' ? { commandId: randomUUID() } : {}
    const reply = (await this.socket.emitWithAck(event, { ...command, ...payload })) as Ack<
      ClientEventMap[E][1]
    >
    if (!reply.ok) throw new Error(`${event}: ${reply.error.code}: ${reply.error.message}`)
    return reply.data
  }

  ended(): Promise<unknown> {
    return once(this.socket as never, 'turn:done')
  }

  leave(): void {
    this.socket.disconnect()
  }
}

async function newSession(url: string): Promise<string> {
  const response = await fetch(`${url}/api/site`)
  await response.arrayBuffer()
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
