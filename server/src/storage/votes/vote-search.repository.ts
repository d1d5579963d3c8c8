import { Injectable } from '@nestjs/common'
import type { VoteSearch } from '#shared/protocol/admin-votes'
import type { UnratedReason, VoteState } from '#shared/vocabulary'
import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { Database, VoteRow } from '../database/database.js'
import { KyselyDatabase } from '../database/kysely-database.js'

export interface FoundVote extends VoteRow {
  modelA: string
  modelB: string
}

const eb = expressionBuilder<Database, 'votes'>()

/** Votes of all people by their state. */
@Injectable()
export class VoteSearchRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** The newest first. */
  find({ state, reason, voter, before }: VoteSearch, limit: number): Promise<FoundVote[]> {
    const all: Expression<SqlBool>[] = []
    if (state) all.push(isIn(state))
    if (reason) all.push(eb('unratedReason', '=', reason))
    if (voter) all.push(eb('voterId', '=', voter))
    if (before) {
      all.push(
        eb.or([
          eb('castAt', '<', before.at),
          eb.and([eb('castAt', '=', before.at), eb('votes.id', '<', before.id)]),
        ]),
      )
    }
    return this.database.db
      .selectFrom('votes')
      .innerJoin('modelVersions as versionsA', 'versionsA.id', 'votes.versionA')
      .innerJoin('modelVersions as versionsB', 'versionsB.id', 'votes.versionB')
      .selectAll('votes')
      .select(['versionsA.name as modelA', 'versionsB.name as modelB'])
      .where(eb.and(all))
      .orderBy('castAt', 'desc')
      .orderBy('votes.id', 'desc')
      .limit(limit)
      .execute()
  }

  /** How many there are by state and reason. */
  async counts(): Promise<{ state: VoteState; reason: UnratedReason | null; votes: number }[]> {
    const rows = await this.database.db
      .selectFrom('votes')
      .select(['final', 'rated', 'unratedReason'])
      .select((each) => each.fn.countAll<number | string>().as('votes'))
      .groupBy(['final', 'rated', 'unratedReason'])
      .execute()
    return rows.map(({ unratedReason, votes, ...row }) => ({
      state: stateOf(row),
      reason: unratedReason,
      votes: Number(votes),
    }))
  }
}

export const stateOf = ({ final, rated }: Pick<VoteRow, 'final' | 'rated'>): VoteState => {
  if (final === 0) return 'waiting'
  return rated === 1 ? 'rated' : 'unrated'
}

function isIn(state: VoteState): Expression<SqlBool> {
  if (state === 'waiting') return eb('final', '=', 0)
  return eb.and([eb('final', '=', 1), eb('rated', '=', state === 'rated' ? 1 : 0)])
}
