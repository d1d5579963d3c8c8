import { Logger } from '@nestjs/common'
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets'
import { CLIENT_EVENTS } from '#shared/protocol/index'
import type { Ack } from '#shared/protocol/common'
import { RealtimeServer, type ArenaServer, type ArenaSocket } from './realtime-server.js'
import { voterRoom } from './rooms.js'

/** What happens to every socket, whatever it is here for. */
@WebSocketGateway()
export class RealtimeGateway implements OnGatewayInit, OnGatewayConnection {
  private readonly logger = new Logger('Socket')

  constructor(private readonly realtime: RealtimeServer) {}

  afterInit(server: ArenaServer): void {
    this.realtime.bind(server)
  }

  handleConnection(socket: ArenaSocket): void {
    void socket.join(voterRoom(socket.data.voterId))
    socket.use((packet, next) => {
      if (Object.hasOwn(CLIENT_EVENTS, packet[0]) && packet.length <= 3) return next()
      const ack: unknown = packet.at(-1)
      if (typeof ack === 'function') (ack as (reply: Ack<never>) => void)(UNKNOWN_EVENT)
    })
    socket.on('error', (error) => this.logger.debug(error.message))
  }
}

const UNKNOWN_EVENT: Ack<never> = {
  ok: false,
  error: { code: 'unknown_event', message: 'This server knows no such event.' },
}
