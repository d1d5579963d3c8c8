import { Injectable } from '@nestjs/common'
import { ModelCatalog, type ReloadReport } from '../config/model-catalog.js'
import { AppError } from '../domain/app-error.js'
import { ModelHealth } from '../provider/model-health.js'
import { ModelVersionRepository } from '../storage/model-version.repository.js'
import { presentAdminModel, type AdminModel } from './admin-model.presenter.js'

export type Reloaded = Omit<Extract<ReloadReport, { ok: true }>, 'ok'>

@Injectable()
export class AdminService {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly versions: ModelVersionRepository,
    private readonly health: ModelHealth,
  ) {}

  /** @throws AppError `config_invalid` with every fault; the old configuration stays */
  async reload(): Promise<Reloaded> {
    const report = await this.catalog.reload()
    if (report.ok) return presentReload(report)
    throw new AppError(
      'config_invalid',
      'The model file has faults. The models that were there before stay in use.',
      { faults: report.faults },
    )
  }

  async models(): Promise<{ models: AdminModel[] }> {
    const rows = new Map((await this.versions.all()).map((row) => [row.id, row]))
    const models = this.catalog.all().map((model) => {
      const { versionId } = model
      return presentAdminModel(model, rows.get(versionId), this.health.report(versionId))
    })
    return { models }
  }
}

const presentReload = ({ added, removed, changed, warnings }: Reloaded): Reloaded => ({
  added,
  removed,
  changed,
  warnings,
})
