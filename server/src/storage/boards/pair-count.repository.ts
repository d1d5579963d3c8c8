import { Injectable } from '@nestjs/common'
import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import type { CountChange } from '../../domain/rating/battle-sums.js'
import type { PairSums } from '../../domain/rating/observation.js'
import type { PairRow } from '../../domain/rating/pair-rows.js'
import { sliceKey, type Pool, type SliceFilter } from '../../domain/rating/slices.js'
import type { PairCountRow } from '../database/board-tables.js'
import type { Database } from '../database/database.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

const KEY = ['slice', 'language', 'day', 'short', 'versionA', 'versionB'] as const
const ALL = ['winsA', 'winsB', 'ties', 'bothBad', 'battles', 'points', 'squares'] as const
const DECIDED = ['decidedBattles', 'decidedPoints', 'decidedSquares'] as const
type SumColumn = (typeof ALL)[number] | (typeof DECIDED)[number]
const SUMS: readonly SumColumn[] = [...ALL, ...DECIDED]

/** Rows that one statement writes: far below the number of values that either database takes. */
const ROWS_AT_ONCE = 400

/** Sums of battles by slice and pair of model versions, kept in step with the votes. */
@Injectable()
export class PairCountRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** Changes the counts; what is empty then is removed, so that equal votes leave equal tables. */
  async apply(trx: Trx, changes: readonly CountChange[]): Promise<void> {
    for (let from = 0; from < changes.length; from += ROWS_AT_ONCE) {
      await trx
        .insertInto('pairCounts')
        .values(changes.slice(from, from + ROWS_AT_ONCE).map(toRow))
        .onConflict((conflict) =>
          conflict.columns([...KEY]).doUpdateSet((eb) => {
            const plus = (column: SumColumn) =>
              eb(`pairCounts.${column}`, '+', eb.ref(`excluded.${column}`))
            return Object.fromEntries(SUMS.map((column) => [column, plus(column)]))
          }),
        )
        .execute()
    }
    if (changes.some(({ all }) => all.battles < 0)) {
      await trx.deleteFrom('pairCounts').where('battles', '=', 0).execute()
    }
  }

  /** The sums of every pair that has met, by version id. */
  async load(filter: SliceFilter, db: Kysely<Database> = this.database.db): Promise<PairRow[]> {
    const rows = await db
      .selectFrom('pairCounts')
      .select(['versionA', 'versionB'])
      .select((eb) => SUMS.map((column) => eb.fn.sum<number | string>(column).as(column)))
      .where('slice', '=', sliceKey(filter.pool, filter.category))
      .where('language', '=', filter.language)
      .where((eb) => daysOf(eb, filter))
      .$if(filter.excludeShort, (select) => select.where('short', '=', 0))
      .groupBy(['versionA', 'versionB'])
      .execute()
    return rows.flatMap((row) => {
      const sums = toSums(row as unknown as Record<SumColumn, number | string>, filter.excludeTies)
      return sums.battles > 0 ? [{ versionA: row.versionA, versionB: row.versionB, sums }] : []
    })
  }

  /** Votes and battles of each slice and language over all days, and of the overall ones by day. */
  async totals(pool: Pool, from: number) {
    const rows = await this.database.db
      .selectFrom('pairCounts')
      .select(['slice', 'language', 'day', 'short'])
      .select((eb) => eb.fn.sum<number | string>('battles').as('battles'))
      .select(sql<number | string>`sum("winsA" + "winsB")`.as('decidedVotes'))
      .select(sql<number | string>`sum("ties" + "bothBad")`.as('tiedVotes'))
      .select((eb) => eb.fn.sum<number | string>('decidedBattles').as('decidedBattles'))
      .where('slice', 'like', `${pool}/%`)
      .where((eb) =>
        eb.or([
          eb('day', '=', 0),
          eb.and([
            eb('day', '>=', from),
            eb('slice', '=', `${pool}/overall`),
            eb('language', '=', ''),
          ]),
        ]),
      )
      .groupBy(['slice', 'language', 'day', 'short'])
      .execute()
    return rows.map((row) => ({
      ...row,
      battles: Number(row.battles),
      decidedVotes: Number(row.decidedVotes),
      tiedVotes: Number(row.tiedVotes),
      decidedBattles: Number(row.decidedBattles),
    }))
  }

  /** Days on which battles of a pool were voted on, from one day on and before another. */
  async days(pool: Pool, from: number, before: number): Promise<number[]> {
    const rows = await this.database.db
      .selectFrom('pairCounts')
      .select('day')
      .distinct()
      .where('slice', '=', sliceKey(pool, 'overall'))
      .where('language', '=', '')
      .where('day', '>=', Math.max(1, from))
      .where('day', '<', before)
      .orderBy('day')
      .execute()
    return rows.map(({ day }) => day)
  }

  /** Forgets all counts. Votes that come in meanwhile wait, so that none is counted here and by itself too. */
  async clear(trx: Trx): Promise<void> {
    // SQLite has one writer at a time anyway.
    if (this.database.kind === 'postgres') {
      await sql`lock table "pairCounts" in share row exclusive mode`.execute(trx)
    }
    await trx.deleteFrom('pairCounts').execute()
  }
}

/** Over all days there is a set of counts of its own. */
function daysOf(eb: ExpressionBuilder<Database, 'pairCounts'>, { from, to }: SliceFilter) {
  if (from === 0 && to === undefined) return eb('day', '=', 0)
  const since = eb('day', '>=', Math.max(1, from))
  return to === undefined ? since : eb.and([since, eb('day', '<=', to)])
}

const toRow = ({ slice, language, day, short, versionA, versionB, all, decided }: CountChange) =>
  ({
    slice,
    language,
    day,
    short,
    versionA,
    versionB,
    winsA: all.a,
    winsB: all.b,
    ties: all.tie,
    bothBad: all.both_bad,
    battles: all.battles,
    points: all.points,
    squares: all.squares,
    decidedBattles: decided.battles,
    decidedPoints: decided.points,
    decidedSquares: decided.squares,
  }) satisfies PairCountRow

/** Postgres gives sums as text, since they may be longer than a number; ours are not. */
function toSums(row: Record<SumColumn, number | string>, excludeTies: boolean): PairSums {
  const wins = { a: Number(row.winsA), b: Number(row.winsB) }
  return excludeTies
    ? {
        ...wins,
        tie: 0,
        both_bad: 0,
        battles: Number(row.decidedBattles),
        points: Number(row.decidedPoints),
        squares: Number(row.decidedSquares),
      }
    : {
        ...wins,
        tie: Number(row.ties),
        both_bad: Number(row.bothBad),
        battles: Number(row.battles),
        points: Number(row.points),
        squares: Number(row.squares),
      }
}
