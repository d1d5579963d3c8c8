import { Logger } from '@nestjs/common'
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets'
import { CLIENT_EVENTS } from '#shared/protocol/index'
import type { Ack, WireError } from '#shared/protocol/common'
import { toWireError } from '../edge/wire-error.js'
import { Gate, accessRequired } from '../gate/gate.js'
import { RateLimits } from '../limits/rate-limits.js'
import { RealtimeServer, type ArenaServer, type ArenaSocket } from './realtime-server.js'
import { voterRoom } from './rooms.js'

/** What happens to every socket, whatever it is here for. */
@WebSocketGateway()
export class RealtimeGateway implements OnGatewayInit, OnGatewayConnection {
  private readonly logger = new Logger('Socket')

  constructor(
    private readonly realtime: RealtimeServer,
    private readonly limits: RateLimits,
    private readonly gate: Gate,
  ) {}

  afterInit(server: ArenaServer): void {
    this.realtime.bind(server)
  }

  handleConnection(socket: ArenaSocket): void {
    void socket.join(voterRoom(socket.data.voterId))
    socket.use((packet, next) => {
      const known = Object.hasOwn(CLIENT_EVENTS, packet[0]) && packet.length <= 3
      this.passes(socket).then(
        () => (known ? next() : refuse(packet.at(-1), UNKNOWN_EVENT)),
        (error: unknown) => refuse(packet.at(-1), toWireError(error)),
      )
    })
    socket.on('error', (error) => this.logger.debug(error.message))
  }

  private async passes({ data }: ArenaSocket): Promise<void> {
    await this.limits.take('events', data)
    if (!(await this.gate.admits(data.voterId))) throw accessRequired()
  }
}

const UNKNOWN_EVENT: WireError = {
  code: 'unknown_event',
  message: 'This server knows no such event.',
}

function refuse(ack: unknown, error: WireError): void {
  if (typeof ack === 'function') (ack as (reply: Ack<never>) => void)({ ok: false, error })
}
