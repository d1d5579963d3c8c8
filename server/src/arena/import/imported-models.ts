import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import { ModelCatalog } from '../../config/model-catalog.js'
import { Clock } from '../../domain/ports.js'
import type { ImportedVote } from '../../domain/voting/imported-vote.js'
import type { ModelVersionRow } from '../../storage/database/database.js'
import {
  ModelVersionRepository,
  type NewModelVersion,
} from '../../storage/boards/model-version.repository.js'

type Contender = ImportedVote['modelA']

/**
 * The versions that the models of another arena are here. A name of the model file is the version that it
 * points at now; another is the newest that was ever known by it; an unknown one becomes a retired model.
 */
@Injectable()
export class ImportedModels {
  private known: Promise<Map<string, string>> | undefined
  private fresh: NewModelVersion[] = []

  constructor(
    private readonly catalog: ModelCatalog,
    private readonly versions: ModelVersionRepository,
    private readonly clock: Clock,
  ) {}

  async idOf(model: Contender): Promise<string> {
    const known = await (this.known ??= this.load())
    const key = keyOf(model)
    let id = known.get(key)
    if (id === undefined) {
      id = `imported-${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`
      known.set(key, id)
      this.fresh.push({ id, name: model.name, provider: 'imported', demo: 0 })
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

  private async load(): Promise<Map<string, string>> {
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
    const rows = (await this.versions.all()).filter(({ demo }) => demo === 0)
    return new Map([
      ...rows.map((row): [string, string] => [keyOf(row), row.id]),
      ...newestOf(rows),
      ...current.map(({ name, versionId }): [string, string] => [keyOf(first(name)), versionId]),
    ])
  }
}

/** Files of others know no versions: what they say of a name is about the first. */
const first = (name: string): Contender => ({ name, version: 1 })

const newestOf = (rows: readonly ModelVersionRow[]): [string, string][] =>
  [...rows].sort((x, y) => x.version - y.version).map(({ name, id }) => [keyOf(first(name)), id])

const keyOf = ({ name, version }: Contender): string => `${name}\n${version}`
