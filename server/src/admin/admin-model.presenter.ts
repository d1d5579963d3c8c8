import type { ApiType } from '#shared/vocabulary'
import type { Model } from '../domain/model/model.js'
import type { HealthReport } from '../provider/model-health.js'
import type { ModelVersionRow } from '../storage/database.js'

/** A model as its operator sees it: no key, no address. */
export interface AdminModel {
  name: string
  version: number
  provider: ApiType
  available: boolean
  reason?: string
  weight: number
  anonyOnly: boolean
  deprecated: boolean
  /** Parameters that the model refused and that are left out since. */
  rejectedParameters: string[]
  /** Whether requests go out: `open` after failures, `half_open` while one may try; and the last failure. */
  health: HealthReport
}

export const presentAdminModel = (
  model: Model,
  row: ModelVersionRow | undefined,
  health: HealthReport,
): AdminModel => ({
  name: model.name,
  version: row?.version ?? 1,
  provider: model.provider,
  available: model.available,
  ...(model.reason && { reason: model.reason }),
  weight: model.weight,
  anonyOnly: model.anonyOnly,
  deprecated: model.deprecated,
  rejectedParameters: row ? (JSON.parse(row.rejectedParameters) as string[]) : [],
  health: { state: health.state, ...(health.lastError && { lastError: health.lastError }) },
})
