import { Module, type DynamicModule } from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { AdminModule } from '../admin/admin.module.js'
import { ArenaModule } from '../arena/arena.module.js'
import { ConfigModule } from '../config/config.module.js'
import type { Settings } from '../config/settings.js'
import { HttpErrorFilter } from '../edge/http-error.filter.js'
import { GateModule } from '../gate/gate.module.js'
import { HealthModule } from '../health/health.module.js'
import { LeaderboardModule } from '../leaderboard/leaderboard.module.js'
import { MetricsModule } from '../metrics/metrics.module.js'
import { RealtimeModule } from '../realtime/realtime.module.js'
import { SessionModule } from '../session/session.module.js'
import { ShareModule } from '../share/share.module.js'
import { StorageModule } from '../storage/storage.module.js'
import { PagesMiddleware } from './pages.middleware.js'
import { RequestWatch } from './request-watch.js'

/** The composition root: the only file that sees every module. */
@Module({})
export class AppModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(settings),
        StorageModule,
        SessionModule,
        GateModule,
        RealtimeModule,
        MetricsModule,
        LeaderboardModule,
        ArenaModule,
        AdminModule,
        HealthModule,
        ShareModule,
      ],
      providers: [
        PagesMiddleware,
        RequestWatch,
        { provide: APP_FILTER, useClass: HttpErrorFilter },
      ],
    }
  }
}
