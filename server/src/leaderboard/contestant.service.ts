import { Injectable } from '@nestjs/common'
import { isUsable } from '../config/assemble-models.js'
import { ModelCatalog } from '../config/model-catalog.js'
import { hasOpenWeights } from '../domain/model/open-weights.js'
import { modelLabel } from '../domain/rating/model-label.js'
import type { Pool } from '../domain/rating/slices.js'
import type { ModelVersionRow } from '../storage/database/database.js'
import { ModelVersionRepository } from '../storage/boards/model-version.repository.js'
import type { Contestant } from './contestant.js'

/** Who is behind the version ids of a board. */
@Injectable()
export class ContestantService {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly versions: ModelVersionRepository,
  ) {}

  /** Every version that ever took part in a pool, by id. */
  async of(pool: Pool): Promise<Map<string, Contestant>> {
    const rows = await this.versions.all()
    return new Map(
      rows
        .filter(({ demo }) => (demo === 1) === (pool === 'demo'))
        .map((row) => [row.id, this.contestant(row)]),
    )
  }

  /** What versions are called where the figures of a board do not decide, by id. */
  async labels(): Promise<Map<string, string>> {
    return new Map((await this.versions.all()).map((row) => [row.id, modelLabel(row)]))
  }

  /** Versions that belong on the board before their first vote: all that anybody may know of and meet. */
  listed(pool: Pool): string[] {
    return this.catalog
      .all()
      .filter((model) => model.demo === (pool === 'demo') && isUsable(model) && !model.anonyOnly)
      .map((model) => model.versionId)
  }

  /** What the configuration says of a name is true of the version that it points at now. */
  private contestant({ id, name, version }: ModelVersionRow): Contestant {
    const model = this.catalog.byVersion(id)
    return {
      name,
      version,
      current: model !== undefined,
      retired: model === undefined || model.deprecated,
      organization: model?.organization,
      license: model?.license,
      link: model?.link,
      knowledgeCutoff: model?.knowledgeCutoff,
      inputPrice: model?.inputPrice,
      outputPrice: model?.outputPrice,
      currency: model?.currency,
      openWeights: model && hasOpenWeights(model),
    }
  }
}
