import { Injectable } from '@nestjs/common'
import type { Label } from '#shared/vocabulary'
import { PairSumsByName, type PairRow } from '../../domain/rating/pair-rows.js'
import { oneVote } from '../../domain/rating/observation.js'
import { isIn, type Pool, type SliceFilter } from '../../domain/rating/slices.js'
import { KyselyDatabase } from '../database/kysely-database.js'

/** The rated votes of one person, counted as if nobody else had voted. */
@Injectable()
export class OwnVoteRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async load(voterId: string, filter: SliceFilter): Promise<PairRow[]> {
    const sums = new PairSumsByName()
    for (const { labels, choice, ...battle } of await this.rated(voterId, filter.pool)) {
      const place = { ...battle, labels: JSON.parse(labels) as Label[] }
      if (filter.excludeTies && (choice === 'tie' || choice === 'both_bad')) continue
      if (isIn(filter, place)) sums.add(battle.versionA, battle.versionB, oneVote(choice))
    }
    return sums.list()
  }

  /** How many rated votes a person has in a pool. */
  async count(voterId: string, pool: Pool): Promise<number> {
    return (await this.rated(voterId, pool)).length
  }

  private rated(voterId: string, pool: Pool) {
    return this.database.db
      .selectFrom('votes')
      .innerJoin('battles', 'battles.id', 'votes.scope')
      .select(['pool', 'battles.versionA', 'battles.versionB', 'day', 'language', 'labels'])
      .select('choice')
      .where('voterId', '=', voterId)
      .where('final', '=', 1)
      .where('rated', '=', 1)
      .where('held', '=', 0)
      .where('pool', '=', pool)
      .execute()
  }
}
