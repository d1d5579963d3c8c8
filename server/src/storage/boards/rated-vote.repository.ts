import { Injectable } from '@nestjs/common'
import type { Choice, Label } from '#shared/vocabulary'
import { isIn, type SliceFilter } from '../../domain/rating/slices.js'
import type { BattleRow } from '../database/board-tables.js'
import { KyselyDatabase } from '../database/kysely-database.js'

/** A battle with each of its votes that count in a slice. */
export interface VotedBattle extends BattleRow {
  votes: { voterId: string; choice: Choice }[]
}

export interface VoteFilter extends SliceFilter {
  /** Only battles of which is known how the answers looked. */
  styleControl?: boolean
  /** Whose votes alone count; empty or absent: everybody's. */
  voterId?: string
}

/** Battles that are read at once: the file database holds up the process for as long. */
const BATTLES_AT_ONCE = 1000

/** Votes one by one, as files of votes need them and boards that counts by pair do not tell enough. */
@Injectable()
export class RatedVoteRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** Battles with votes that count, some at a time, in the order of their ids. */
  async *battles(filter: VoteFilter): AsyncGenerator<VotedBattle[]> {
    for (let after = ''; ;) {
      const rows = await this.rows(after, filter)
      if (rows.length === 0) return
      after = rows.at(-1)!.id
      yield await this.withVotes(rows, filter)
      // Streams go on between two pieces.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  private rows(after: string, { pool, from, styleControl }: VoteFilter): Promise<BattleRow[]> {
    return this.database.db
      .selectFrom('battles')
      .selectAll()
      .where('id', '>', after)
      .where('pool', '=', pool)
      .where('day', '>=', from)
      .$if(styleControl ?? false, (select) =>
        select.where('styleA', 'is not', null).where('styleB', 'is not', null),
      )
      .orderBy('id')
      .limit(BATTLES_AT_ONCE)
      .execute()
  }

  private async withVotes(rows: BattleRow[], filter: VoteFilter): Promise<VotedBattle[]> {
    const battles = new Map<string, VotedBattle>()
    for (const row of rows) {
      const labels = JSON.parse(row.labels) as Label[]
      if (isIn(filter, { ...row, labels })) battles.set(row.id, { ...row, votes: [] })
    }
    if (battles.size === 0) return []
    const { voterId = '', excludeTies } = filter
    const votes = await this.database.db
      .selectFrom('votes')
      .select(['scope', 'voterId', 'choice'])
      .where('scope', 'in', [...battles.keys()])
      .where('final', '=', 1)
      .where('rated', '=', 1)
      .where('held', '=', 0)
      .$if(voterId !== '', (select) => select.where('voterId', '=', voterId))
      .$if(excludeTies, (select) => select.where('choice', 'in', ['a', 'b']))
      .orderBy('scope')
      .orderBy('id')
      .execute()
    for (const { scope, voterId, choice } of votes) {
      battles.get(scope)?.votes.push({ voterId, choice })
    }
    return [...battles.values()].filter((battle) => battle.votes.length > 0)
  }
}
