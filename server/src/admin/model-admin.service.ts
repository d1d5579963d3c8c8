import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { FailureCount } from '#shared/protocol/admin'
import type { AdminModel, ModelSetting, Reloaded } from '#shared/protocol/admin-models'
import { Configuration } from '../config/configuration.js'
import { ModelCatalog } from '../config/model-catalog.js'
import type { ModelEndpoint } from '../config/model-endpoint.js'
import { AppError } from '../domain/app-error.js'
import { dayOf, startOf } from '../domain/day.js'
import { Clock } from '../domain/ports.js'
import { ModelHealth } from '../provider/model-health.js'
import { ActivityRepository } from '../storage/admin/activity.repository.js'
import type { ModelOverrideRow } from '../storage/database/admin-tables.js'
import type { ModelVersionRow } from '../storage/database/database.js'
import { KyselyDatabase, type Trx } from '../storage/database/kysely-database.js'
import { ModelOverrideRepository } from '../storage/admin/model-override.repository.js'
import { ModelVersionRepository } from '../storage/boards/model-version.repository.js'
import { presentAdminModel } from './admin-model.presenter.js'
import { AuditTrail } from './audit-trail.js'

/** The models as their operator sees them, and what is set for them for now: kept until it is cleared. */
@Injectable()
export class ModelAdminService implements OnModuleInit {
  constructor(
    private readonly configuration: Configuration,
    private readonly catalog: ModelCatalog,
    private readonly database: KyselyDatabase,
    private readonly versions: ModelVersionRepository,
    private readonly overrides: ModelOverrideRepository,
    private readonly health: ModelHealth,
    private readonly activity: ActivityRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.apply()
  }

  /** @throws AppError `config_invalid` with every fault; the old configuration stays */
  async reload(): Promise<Reloaded> {
    const report = await this.configuration.reload()
    if (!report.ok) {
      const { faults } = report
      await this.trail.write({ action: 'models_reloaded', details: { faults: faults.length } })
      throw new AppError(
        'config_invalid',
        'The configuration has faults. What was there before stays in use.',
        { faults },
      )
    }
    const { added, removed, changed, warnings } = report
    await this.trail.write({ action: 'models_reloaded', details: { added, removed, changed } })
    return { added, removed, changed, warnings }
  }

  async list(): Promise<AdminModel[]> {
    const rows = new Map((await this.versions.all()).map((row) => [row.id, row]))
    const failures = await this.activity.failures(startOf(dayOf(this.clock.now())))
    return this.catalog.all().map((model) =>
      this.present(
        model,
        rows.get(model.versionId),
        failures.filter(({ name }) => name === model.name),
      ),
    )
  }

  set({ name, off, weight }: ModelSetting): Promise<AdminModel> {
    return this.change(name, async (trx) => {
      const row = { name, off: off ? 1 : 0, weight, createdAt: this.clock.now() } as const
      await this.overrides.put(trx, row)
      await this.trail.note(trx, { action: 'model_set', subject: name, details: { off, weight } })
    })
  }

  /** What the model file says holds again. */
  clear(name: string): Promise<AdminModel> {
    return this.change(name, async (trx) => {
      await this.overrides.remove(trx, name)
      await this.trail.note(trx, { action: 'model_cleared', subject: name })
    })
  }

  /** @throws AppError `not_found` */
  require(name: string): ModelEndpoint {
    const model = this.catalog.asWritten(name)
    if (model) return model
    throw new AppError('not_found', 'The model file names no such model.')
  }

  private async change(name: string, work: (trx: Trx) => Promise<void>): Promise<AdminModel> {
    this.require(name)
    await this.database.write(work)
    await this.apply()
    const changed = (await this.list()).find((model) => model.name === name)
    if (changed) return changed
    throw new AppError('not_found', 'The model file names no such model any more.')
  }

  private async apply(): Promise<void> {
    const rows = await this.overrides.all()
    this.catalog.override(new Map(rows.map((row) => [row.name, toOverride(row)])))
  }

  private present(
    model: ModelEndpoint,
    row: ModelVersionRow | undefined,
    failures: readonly FailureCount[],
  ): AdminModel {
    return presentAdminModel({
      model,
      written: this.catalog.asWritten(model.name) ?? model,
      override: this.catalog.overrideOf(model.name),
      row,
      health: this.health.report(model.versionId),
      failures,
    })
  }
}

const toOverride = ({ off, weight }: ModelOverrideRow) => ({
  off: off === 1,
  ...(weight !== null && { weight }),
})
