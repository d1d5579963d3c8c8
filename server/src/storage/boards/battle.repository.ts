import { Injectable } from '@nestjs/common'
import type { Choice, Label, Language } from '#shared/vocabulary'
import type { RatedBattle } from '../../domain/rating/battle-sums.js'
import type { Kysely } from 'kysely'
import type { BattleRow } from '../database/board-tables.js'
import type { Database } from '../database/database.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

export type BattleLabels = Pick<
  BattleRow,
  'language' | 'labels' | 'rulesVersion' | 'corrected' | 'styleA' | 'styleB'
>

/** Ids that one statement asks for. */
const IDS_AT_ONCE = 500

/** Battles that have, or had, a rated vote. */
@Injectable()
export class BattleRepository {
  constructor(private readonly database: KyselyDatabase) {}

  find(id: string, db: Kysely<Database> = this.database.db): Promise<BattleRow | undefined> {
    return db.selectFrom('battles').selectAll().where('id', '=', id).executeTakeFirst()
  }

  findAll(ids: readonly string[]): Promise<BattleRow[]> {
    return this.database.db.selectFrom('battles').selectAll().where('id', 'in', ids).execute()
  }

  /** Writes battles down at their first rated vote; later ones change nothing. */
  async remember(trx: Trx, battle: BattleRow | readonly BattleRow[]): Promise<void> {
    await trx
      .insertInto('battles')
      .values(battle)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }

  async relabel(trx: Trx, id: string, change: Partial<BattleLabels>): Promise<void> {
    await trx.updateTable('battles').set(change).where('id', '=', id).execute()
  }

  /** One battle with its votes that count, if it has any. */
  async counted(
    id: string,
    db: Kysely<Database> = this.database.db,
  ): Promise<RatedBattle | undefined> {
    return (await this.rated(db, [id]))[0]
  }

  /** Those of these battles that have votes that count, with these votes. */
  async rated(trx: Kysely<Database>, ids: readonly string[]): Promise<RatedBattle[]> {
    const battles: RatedBattle[] = []
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
      const rows = await countedVotes(trx)
        .where('battles.id', 'in', ids.slice(from, from + IDS_AT_ONCE))
        .execute()
      battles.push(...toBattles(rows))
    }
    return battles
  }

  /** All battles with votes that count, some at a time, in the order of their ids. */
  async *allRated(trx: Trx): AsyncGenerator<RatedBattle[]> {
    for await (const ids of this.ids(trx)) yield this.rated(trx, ids)
  }

  /** The ids of all battles, some at a time. */
  async *ids(trx: Kysely<Database>): AsyncGenerator<string[]> {
    for (let after = ''; ;) {
      const rows = await trx
        .selectFrom('battles')
        .select('id')
        .where('id', '>', after)
        .orderBy('id')
        .limit(IDS_AT_ONCE)
        .execute()
      if (rows.length === 0) return
      yield rows.map(({ id }) => id)
      after = rows.at(-1)!.id
    }
  }

  /** How many battles have labels by older rules than these, and by none at all. */
  async outdated(rulesVersion: number): Promise<{ older: number; unlabelled: number }> {
    const rows = await this.database.db
      .selectFrom('battles')
      .select(['rulesVersion', (eb) => eb.fn.countAll<number | string>().as('count')])
      .where('rulesVersion', '<', rulesVersion)
      .where('corrected', '=', 0)
      .groupBy('rulesVersion')
      .execute()
    const sum = (of: typeof rows) => of.reduce((all, { count }) => all + Number(count), 0)
    return { older: sum(rows), unlabelled: sum(rows.filter((row) => row.rulesVersion === 0)) }
  }

  /** Keeps two transactions from changing one battle at once; SQLite has one writer anyway. */
  async lock(trx: Trx, ids: readonly string[]): Promise<void> {
    if (this.database.kind === 'sqlite') return
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
      await trx
        .selectFrom('battles')
        .select('id')
        .where('id', 'in', ids.slice(from, from + IDS_AT_ONCE))
        .orderBy('id')
        .forUpdate()
        .execute()
    }
  }
}

/** One row a battle and choice. */
const countedVotes = (trx: Kysely<Database>) =>
  trx
    .selectFrom('battles')
    .innerJoin('votes', 'votes.scope', 'battles.id')
    .where('votes.final', '=', 1)
    .where('votes.rated', '=', 1)
    .where('votes.held', '=', 0)
    .groupBy(['battles.id', 'votes.choice'])
    .select([
      'battles.id',
      'pool',
      'battles.versionA',
      'battles.versionB',
      'day',
      'language',
      'labels',
      'votes.choice',
    ])
    .select((eb) => eb.fn.countAll<number | string>().as('times'))

interface CountedVotes extends Pick<BattleRow, 'id' | 'pool' | 'versionA' | 'versionB' | 'day'> {
  language: Language
  labels: string
  choice: Choice
  times: number | string
}

function toBattles(rows: readonly CountedVotes[]): RatedBattle[] {
  const battles = new Map<string, RatedBattle>()
  for (const { id, labels, choice, times, pool, versionA, versionB, day, language } of rows) {
    let battle = battles.get(id)
    if (!battle) {
      battle = {
        pool,
        versionA,
        versionB,
        day,
        language,
        labels: JSON.parse(labels) as Label[],
        votes: { a: 0, b: 0, tie: 0, both_bad: 0 },
      }
      battles.set(id, battle)
    }
    battle.votes[choice] += Number(times)
  }
  return [...battles.values()]
}
