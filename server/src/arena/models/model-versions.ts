import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { ModelCatalog } from '../../config/model-catalog.js'
import { Clock } from '../../domain/ports.js'
import { ModelVersionRepository } from '../../storage/boards/model-version.repository.js'

/** Writes down every version that the configuration names, before it can take part. */
@Injectable()
export class ModelVersions implements OnModuleInit {
  private readonly logger = new Logger('Models')
  private remembered: Promise<void> = Promise.resolve()

  constructor(
    private readonly catalog: ModelCatalog,
    private readonly versions: ModelVersionRepository,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    this.catalog.onChange(() => {
      this.remember().catch((error: unknown) => this.logger.error(error))
    })
    await this.remember()
  }

  /** Resolves when every version of the models that are offered now is written down. */
  settled(): Promise<void> {
    return this.remembered.catch(() => this.remember())
  }

  private remember(): Promise<void> {
    // What cannot answer has no version yet: with its variables set it may be quite another model.
    const models = this.catalog
      .all()
      .filter((model) => model.available)
      .map((model) => ({
        id: model.versionId,
        name: model.name,
        provider: model.provider,
        demo: model.demo ? (1 as const) : (0 as const),
      }))
    this.remembered = this.versions.remember(models, this.clock.now())
    return this.remembered
  }
}
