import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import compression from 'compression'
import type { AddressInfo } from 'node:net'
import { Drain } from '../arena/turns/drain.js'
import { ModelCatalog } from '../config/model-catalog.js'
import type { Settings } from '../config/settings.js'
import { SocketAdapter } from '../realtime/socket.adapter.js'
import { SessionMiddleware } from '../session/session.middleware.js'
import { ShareService } from '../share/share.service.js'
import { describeApi } from './openapi/api-docs.js'
import { AppModule } from './app.module.js'
import { ProcessLogger } from './logger.js'
import { GateMiddleware } from '../gate/gate.middleware.js'
import { PagesMiddleware } from './pages.middleware.js'
import { RequestWatch } from './request-watch.js'
import { securityHeaders } from './security-headers.js'
import { stripSubPath, subPathOf } from './sub-path.js'

export interface RunningServer {
  port: number
  catalog: ModelCatalog
  share: ShareService
  app: NestExpressApplication
  /**
   * Takes no more prompts; resolves when all running answers have ended or have had their time, or when
   * `hurry` says so. What still runs then is interrupted by `close`.
   */
  drain(hurry: Promise<void>): Promise<void>
  close(): Promise<void>
}

/** @throws StartupError, or the `listen` error of a taken port */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(settings), {
    logger: new ProcessLogger(settings),
    abortOnError: false,
    forceCloseConnections: true,
  })
  app.set('env', 'production')
  app.set('trust proxy', settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false)
  app.disable('x-powered-by')
  const watch = app.get(RequestWatch)
  app.use(watch.use.bind(watch))
  app.use(securityHeaders())
  app.use(compression())
  // Before Nest's own router, which would hide the rest of the address from them.
  const sessions = app.get(SessionMiddleware)
  const gate = app.get(GateMiddleware)
  const pages = app.get(PagesMiddleware)
  app.use(
    pages.serveFile,
    sessions.use.bind(sessions),
    gate.use.bind(gate),
    pages.servePage.bind(pages),
  )
  app.useWebSocketAdapter(new SocketAdapter(app))
  describeApi(app, subPathOf(settings.publicUrl))
  try {
    await app.listen(settings.port, settings.host)
  } catch (error) {
    await app.close()
    throw error
  }
  stripSubPath(app.getHttpServer(), subPathOf(settings.publicUrl))
  const share = app.get(ShareService)
  if (settings.share) share.open(app.getHttpServer())
  return {
    port: (app.getHttpServer().address() as AddressInfo).port,
    catalog: app.get(ModelCatalog),
    share,
    app,
    drain: (hurry) => app.get(Drain).run(hurry),
    close: () => app.close(),
  }
}
