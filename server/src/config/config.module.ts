import { Module, type DynamicModule } from '@nestjs/common'
import { Clock, IdSource, Random } from '../domain/ports.js'
import { Configuration } from './configuration.js'
import { ModelCatalog } from './model-catalog.js'
import type { Environment } from './parse-settings.js'
import { ReloadTriggers } from './reload-triggers.js'
import { Settings } from './settings.js'
import { SiteContent } from './site-content.js'
import { CryptoIdSource, CryptoRandom, SystemClock } from './system-clock.js'

/** What every part may ask for: the settings, the models, and time, chance and ids. */
@Module({})
export class ConfigModule {
  /** @param env where `${VAR}` and the providers' keys are looked up */
  static forRoot(settings: Settings, env: Environment = process.env): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: ModelCatalog, useFactory: () => ModelCatalog.open(settings, env) },
        { provide: SiteContent, useFactory: () => SiteContent.open(settings) },
        Configuration,
        { provide: Clock, useClass: SystemClock },
        { provide: Random, useClass: CryptoRandom },
        { provide: IdSource, useClass: CryptoIdSource },
        ReloadTriggers,
      ],
      exports: [Settings, ModelCatalog, SiteContent, Configuration, Clock, Random, IdSource],
    }
  }
}
