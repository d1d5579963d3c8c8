import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import { ModelCatalog } from '../../config/model-catalog.js'
import { Clock } from '../../domain/ports.js'
import type { ImportedModel } from '../../domain/voting/imported-vote.js'
import type { ModelVersionRow } from '../../storage/database/database.js'
import {
  ModelVersionRepository,
  type NewModelVersion,
} from '../../storage/boards/model-version.repository.js'

/** The versions of this arena. */
interface Known {
  /** By name and number. */
  numbered: Map<string, string>
  /** By name, for who knows no numbers. */
  named: Map<string, string>
}

/**
 * The versions that the models of another arena are here. One with a number is the version of its name that has
 * this number here, and else a new one: what is said of a version is true of no other. A name without a number
 * is the version that the model file points at now; another is the newest that was ever known by it. What is not
 * known at all becomes a retired model.
 */
@Injectable()
export class ImportedModels {
  private known: Promise<Known> | undefined
  private fresh: NewModelVersion[] = []

  constructor(
    private readonly catalog: ModelCatalog,
    private readonly versions: ModelVersionRepository,
    private readonly clock: Clock,
  ) {}

  async idOf({ name, version }: ImportedModel): Promise<string> {
    const { numbered, named } = await (this.known ??= this.load())
    const meant = version === undefined ? named.get(name) : undefined
    if (meant !== undefined) return meant
    const model = { name, version: version ?? 1 }
    const key = keyOf(model)
    let id = numbered.get(key)
    if (id === undefined) {
      id = `imported-${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`
      numbered.set(key, id)
      this.fresh.push({ id, ...model, provider: 'imported', demo: 0 })
    }
    return id
  }

  /** Writes down the models that have come up since, and returns how many. */
  async settle(): Promise<number> {
    const { fresh } = this
    this.fresh = []
    if (fresh.length > 0) await this.versions.remember(fresh, this.clock.now())
    return fresh.length
  }

  private async load(): Promise<Known> {
    const current = this.catalog.all().filter(({ demo }) => !demo)
    await this.versions.remember(
      current.map(({ versionId: id, name, provider }) => ({
        id,
        name,
        provider,
        demo: 0 as const,
      })),
      this.clock.now(),
    )
    const rows = (await this.versions.all())
      .filter(({ demo }) => demo === 0)
      .sort((x, y) => x.version - y.version)
    return {
      numbered: new Map(rows.map((row) => [keyOf(row), row.id])),
      named: new Map([
        ...rows.map(({ name, id }): [string, string] => [name, id]),
        ...current.map(({ name, versionId }): [string, string] => [name, versionId]),
      ]),
    }
  }
}

const keyOf = ({ name, version }: Pick<ModelVersionRow, 'name' | 'version'>): string =>
  `${name}\n${version}`
