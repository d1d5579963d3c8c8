import { Injectable } from '@nestjs/common'
import type { Label } from '#shared/vocabulary'
import type { Tally } from '../domain/rating/observation.js'
import { isIn, type SliceFilter } from '../domain/rating/slices.js'
import type { AnswerStyle } from '../domain/rating/style/answer-style.js'
import { KyselyDatabase } from './kysely-database.js'

export interface StyledBattle {
  versionA: string
  versionB: string
  votes: Tally
  styleA: AnswerStyle
  styleB: AnswerStyle
}

/** Battles that are read at once: the file database holds up the process for as long. */
const BATTLES_AT_ONCE = 1000

/** Rated battles with the style of their sides; those whose text was gone have none and are left out. */
@Injectable()
export class StyledBattleRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** @param voterId whose votes count; empty: everybody's */
  async load(filter: SliceFilter, voterId: string): Promise<StyledBattle[]> {
    const found: StyledBattle[] = []
    for (let after = ''; ;) {
      const ids = await this.idsAfter(after, filter)
      if (ids.length === 0) return found
      after = ids.at(-1)!
      found.push(...(await this.read(ids, filter, voterId)))
      // Streams go on between two pieces.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  private async idsAfter(after: string, { pool, from }: SliceFilter): Promise<string[]> {
    const rows = await this.database.db
      .selectFrom('battles')
      .select('id')
      .where('id', '>', after)
      .where('pool', '=', pool)
      .where('day', '>=', from)
      .where('styleA', 'is not', null)
      .orderBy('id')
      .limit(BATTLES_AT_ONCE)
      .execute()
    return rows.map(({ id }) => id)
  }

  private async read(
    ids: readonly string[],
    filter: SliceFilter,
    voterId: string,
  ): Promise<StyledBattle[]> {
    const rows = await this.database.db
      .selectFrom('battles')
      .innerJoin('votes', 'votes.scope', 'battles.id')
      .select(['battles.id', 'pool', 'day', 'language', 'labels', 'styleA', 'styleB', 'choice'])
      .select(['battles.versionA', 'battles.versionB'])
      .where('battles.id', 'in', ids)
      .where('final', '=', 1)
      .where('rated', '=', 1)
      .where('votes.held', '=', 0)
      .$if(voterId !== '', (select) => select.where('voterId', '=', voterId))
      .$if(filter.excludeTies, (select) => select.where('choice', 'in', ['a', 'b']))
      .orderBy('battles.id')
      .execute()
    const battles = new Map<string, StyledBattle>()
    for (const { id, labels, styleA, styleB, choice, ...battle } of rows) {
      if (styleA === null || styleB === null) continue
      if (!isIn(filter, { ...battle, labels: JSON.parse(labels) as Label[] })) continue
      const known = battles.get(id) ?? {
        versionA: battle.versionA,
        versionB: battle.versionB,
        votes: { a: 0, b: 0, tie: 0, both_bad: 0 },
        styleA: JSON.parse(styleA) as AnswerStyle,
        styleB: JSON.parse(styleB) as AnswerStyle,
      }
      known.votes[choice] += 1
      battles.set(id, known)
    }
    return [...battles.values()]
  }
}
