import { Injectable, type OnModuleInit } from '@nestjs/common'
import { ModelCatalog } from '../config/model-catalog.js'
import { Clock } from '../domain/ports.js'
import { ModelVersionRepository } from '../storage/model-version.repository.js'

/** Writes down every version that the configuration names, before it can take part. */
@Injectable()
export class ModelVersions implements OnModuleInit {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly versions: ModelVersionRepository,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    this.catalog.onChange(() => void this.remember())
    await this.remember()
  }

  async remember(): Promise<void> {
    const models = this.catalog.all().map((model) => ({
      id: model.versionId,
      name: model.name,
      provider: model.provider,
      demo: model.demo ? (1 as const) : (0 as const),
    }))
    await this.versions.remember(models, this.clock.now())
  }
}
