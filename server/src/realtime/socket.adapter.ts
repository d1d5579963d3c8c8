import { Logger, type INestApplicationContext } from '@nestjs/common'
import { IoAdapter } from '@nestjs/platform-socket.io'
import { FRAME_BYTES } from '#shared/limits'
import { lastValueFrom, type Observable } from 'rxjs'
import type { Server, ServerOptions } from 'socket.io'
import type { AppError } from '../domain/app-error.js'
import { toWireError } from '../edge/wire-error.js'
import { Gate, accessRequired } from '../gate/gate.js'
import { RateLimits } from '../limits/rate-limits.js'
import { SocketPlaces, type SocketPlace } from '../limits/socket-places.js'
import { MetricsService } from '../metrics/metrics.service.js'
import { SessionService } from '../session/session.service.js'
import { VisitorAddresses } from '../session/visitor-addresses.js'
import type { ArenaServer, ArenaSocket } from './realtime-server.js'
import { voterRoom } from './rooms.js'
import { cutSlowReader } from './slow-reader.js'

type Connection = ArenaSocket['conn']

type Acknowledge = (reply: unknown) => void

/** As Nest brings them: the method of a gateway, bound to the socket. */
interface Handler {
  message: unknown
  callback: (data: unknown, ack: unknown) => unknown
}

interface Handled {
  on(event: unknown, listener: (...sent: unknown[]) => void): unknown
}

/** What failed has been answered already, by the filter. */
const NOTHING = { defaultValue: undefined }

/**
 * Socket.IO with our door: a foreign origin is refused before the upgrade (its own `cors` option lets
 * websockets through), a handshake without a session or beyond a limit is told why.
 */
export class SocketAdapter extends IoAdapter {
  private readonly sessions: SessionService
  private readonly gate: Gate
  private readonly addresses: VisitorAddresses
  private readonly limits: RateLimits
  private readonly places: SocketPlaces
  private readonly metrics: MetricsService
  private readonly log = new Logger('Socket')
  private readonly placeOf = new WeakMap<Connection, SocketPlace>()

  constructor(app: INestApplicationContext) {
    super(app)
    this.sessions = app.get(SessionService)
    this.gate = app.get(Gate)
    this.addresses = app.get(VisitorAddresses)
    this.limits = app.get(RateLimits)
    this.places = app.get(SocketPlaces)
    this.metrics = app.get(MetricsService)
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      maxHttpBufferSize: FRAME_BYTES,
      perMessageDeflate: false,
      serveClient: false,
      allowRequest: (request, decide) => {
        const allowed = this.sessions.allowsOrigin(request)
        decide(allowed ? null : 'origin_refused', allowed)
      },
    } as ServerOptions) as ArenaServer
    server.engine.on('connection', (connection: Connection) => {
      cutSlowReader(connection, () => this.metrics.slowReaderCut())
      this.seat(connection)
    })
    server.use((socket, next) => {
      this.admit(socket).then(
        (refusal) => next(refusal),
        (error: Error) => next(error),
      )
    })
    this.gate.onOut((voterIds) => {
      for (const voterId of voterIds) server.in(voterRoom(voterId)).disconnectSockets(true)
    })
    return server as unknown as Server
  }

  /**
   * Nest's own makes streams of each event of each socket, which costs several times what Socket.IO does for
   * somebody who only watches.
   */
  override bindMessageHandlers(
    socket: Handled,
    handlers: Handler[],
    transform: (result: unknown) => Observable<unknown>,
  ): void {
    for (const { message, callback } of handlers) {
      socket.on(message, (...sent) => {
        const { data, ack } = this.mapPayload(sent.length > 1 ? sent : sent[0])
        const answer = async () => {
          const reply = await lastValueFrom(transform(callback(data, ack)), NOTHING)
          if (reply !== undefined) (ack as Acknowledge | undefined)?.(reply)
        }
        answer().catch((error: unknown) => this.log.error(error))
      })
    }
  }

  /** Counted from its first byte, so that those who never say anything count too. */
  private seat(connection: Connection): void {
    const { request } = connection as unknown as { request: ArenaSocket['request'] }
    const place = this.places.enter({
      voterId: this.sessions.voterOf(request),
      address: this.addresses.of(request),
    })
    this.placeOf.set(connection, place)
    connection.once('close', () => place.leave())
    if (place.excessive) connection.close()
  }

  private async admit(socket: ArenaSocket): Promise<Error | undefined> {
    const voterId = this.sessions.voterOf(socket.request)
    const address = this.addresses.of(socket.request)
    if (voterId === undefined) {
      const spent = await this.limits.addressRefusal('sessions', address)
      return spent ? refused(spent) : new Error('session_required')
    }
    const refusal = this.placeOf.get(socket.conn)?.refusal
    if (refusal) return refused(refusal)
    if (!(await this.gate.admits(voterId))) return refused(accessRequired())
    Object.assign(socket.data, { voterId, address })
    return undefined
  }
}

/** Socket.IO hands `data` to the client, beside the code as the message. */
const refused = (error: AppError): Error =>
  Object.assign(new Error(error.code), { data: toWireError(error) })
