import { Injectable } from '@nestjs/common'
import type { Choice } from '#shared/vocabulary'
import { PairCounts, orient } from '../domain/rating/pair-counts.js'
import type { PairCountRow } from './database.js'
import { KyselyDatabase, type Trx } from './kysely-database.js'

type CountColumn = 'winsA' | 'winsB' | 'ties' | 'bothBad'

const COLUMN: Record<Choice, CountColumn> = {
  a: 'winsA',
  b: 'winsB',
  tie: 'ties',
  both_bad: 'bothBad',
}

/** Outcomes by slice and pair of model versions, kept in step with the votes. */
@Injectable()
export class PairCountRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** Counts a vote (`times` 1), takes one back (-1), or counts several at once, in the vote's transaction. */
  async add(
    trx: Trx,
    slice: string,
    versionA: string,
    versionB: string,
    choice: Choice,
    times = 1,
  ): Promise<void> {
    const pair = orient(versionA, versionB, choice)
    const column = COLUMN[pair.choice]
    await trx
      .insertInto('pairCounts')
      .values({
        slice,
        versionA: pair.first,
        versionB: pair.second,
        winsA: 0,
        winsB: 0,
        ties: 0,
        bothBad: 0,
        [column]: times,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['slice', 'versionA', 'versionB'])
          .doUpdateSet((eb) => ({ [column]: eb(`pairCounts.${column}`, '+', times) })),
      )
      .execute()
  }

  /** The counts of a slice, by version id. */
  async load(slice: string): Promise<PairCounts> {
    const rows = await this.database.db
      .selectFrom('pairCounts')
      .selectAll()
      .where('slice', '=', slice)
      .execute()
    return toCounts(rows)
  }

  /** Forgets the counts of every slice. */
  async clear(trx: Trx): Promise<void> {
    await trx.deleteFrom('pairCounts').execute()
  }
}

function toCounts(rows: readonly PairCountRow[]): PairCounts {
  const counts = new PairCounts()
  for (const { versionA, versionB, winsA, winsB, ties, bothBad } of rows) {
    counts.add(versionA, versionB, 'a', winsA)
    counts.add(versionA, versionB, 'b', winsB)
    counts.add(versionA, versionB, 'tie', ties)
    counts.add(versionA, versionB, 'both_bad', bothBad)
  }
  return counts
}
