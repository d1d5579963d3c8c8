import type { INestApplicationContext } from '@nestjs/common'
import { IoAdapter } from '@nestjs/platform-socket.io'
import { FRAME_BYTES } from '#shared/limits'
import type { Server, ServerOptions } from 'socket.io'
import type { MetricsService } from '../metrics/metrics.service.js'
import type { SessionService } from '../session/session.service.js'
import type { ArenaServer, ArenaSocket } from './realtime-server.js'
import { cutSlowReader } from './slow-reader.js'

/**
 * Socket.IO with our door: a foreign origin is refused before the upgrade (its own `cors` option lets
 * websockets through), a handshake without a session is told why.
 */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly sessions: SessionService,
    private readonly metrics: MetricsService,
  ) {
    super(app)
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
    server.engine.on('connection', (connection: ArenaSocket['conn']) =>
      cutSlowReader(connection, () => this.metrics.slowReaderCut()),
    )
    server.use((socket, next) => {
      const voterId = this.sessions.voterOf(socket.request)
      if (voterId === undefined) return next(new Error('session_required'))
      socket.data.voterId = voterId
      next()
    })
    return server as unknown as Server
  }
}
