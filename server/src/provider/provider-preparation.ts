import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { ModelCatalog } from '../config/model-catalog.js'
import { ModelHealth } from './model-health.js'
import { ProviderService } from './provider.service.js'

/** Loads the SDKs of the models that can be asked before somebody has to wait for one. */
@Injectable()
export class ProviderPreparation implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Providers')
  private forget: (() => void) | undefined

  constructor(
    private readonly catalog: ModelCatalog,
    private readonly providers: ProviderService,
    private readonly health: ModelHealth,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.forget = this.catalog.onChange(({ changed }) => {
      this.health.mended(changed.flatMap((name) => this.catalog.find(name)?.versionId ?? []))
      this.prepare().catch((error: unknown) => this.logger.error(error))
    })
    await this.prepare()
  }

  onModuleDestroy(): void {
    this.forget?.()
  }

  private prepare(): Promise<void> {
    const available = this.catalog.all().filter((model) => model.available)
    return this.providers.prepare(available.map((model) => model.provider))
  }
}
