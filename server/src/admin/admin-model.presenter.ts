import type { FailureCount } from '#shared/protocol/admin'
import type { AdminModel } from '#shared/protocol/admin-models'
import type { Model } from '../domain/model/model.js'
import type { HealthReport } from '../provider/model-health.js'
import type { ModelVersionRow } from '../storage/database/database.js'

export interface ModelSources {
  model: Model
  /** As the model file has it. */
  written: Model
  override: AdminModel['override']
  row: ModelVersionRow | undefined
  health: HealthReport
  failures: readonly FailureCount[]
}

export const presentAdminModel = (sources: ModelSources): AdminModel => {
  const { model, written, override, row, health, failures } = sources
  return {
    name: model.name,
    version: row?.version ?? 1,
    provider: model.provider,
    demo: model.demo,
    available: model.available,
    ...(model.reason && { reason: model.reason }),
    ...(model.unset && { unset: model.unset }),
    weight: model.weight,
    writtenWeight: written.weight,
    anonyOnly: model.anonyOnly,
    deprecated: model.deprecated,
    vision: model.vision,
    rejectedParameters: row ? (JSON.parse(row.rejectedParameters) as string[]) : [],
    health: { state: health.state, ...(health.lastError && { lastError: health.lastError }) },
    failuresToday: failures.map(({ code, count }) => ({ code, count })),
    ...(override && {
      override: {
        off: override.off,
        ...(override.weight !== undefined && { weight: override.weight }),
      },
    }),
    ...(model.inputPrice !== undefined && { inputPrice: model.inputPrice }),
    ...(model.outputPrice !== undefined && { outputPrice: model.outputPrice }),
    ...(model.currency !== undefined && { currency: model.currency }),
  }
}
