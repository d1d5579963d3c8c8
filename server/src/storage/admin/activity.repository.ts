import { Injectable } from '@nestjs/common'
import type { FailureCount } from '#shared/protocol/admin'
import { sql } from 'kysely'
import { KyselyDatabase } from '../database/kysely-database.js'

export const HOUR_MS = 3_600_000

/** What happened in one hour; `hour` counts from the epoch. */
export interface HourCount {
  hour: number
  count: number
}

/** How busy the arena was. */
@Injectable()
export class ActivityRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** Conversations that began since then, by hour and whether they are battles. */
  async conversations(since: number): Promise<(HourCount & { battle: boolean })[]> {
    const hour = sql<number>`"createdAt" / ${sql.lit(HOUR_MS)}`
    const battle = sql<number>`case when mode = 'battle' then 1 else 0 end`
    const rows = await this.database.db
      .selectFrom('conversations')
      .select([hour.as('hour'), battle.as('battle')])
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('createdAt', '>=', since)
      .groupBy([hour, battle])
      .execute()
    return rows.map((row) => ({
      hour: Number(row.hour),
      count: Number(row.count),
      battle: Number(row.battle) === 1,
    }))
  }

  /** Votes that were cast since then. */
  async votes(since: number): Promise<HourCount[]> {
    const hour = sql<number>`"castAt" / ${sql.lit(HOUR_MS)}`
    const rows = await this.database.db
      .selectFrom('votes')
      .select(hour.as('hour'))
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('castAt', '>=', since)
      .groupBy(hour)
      .execute()
    return rows.map((row) => ({ hour: Number(row.hour), count: Number(row.count) }))
  }

  /** Answers that failed or were interrupted since then, by model and why; the most frequent first. */
  async failures(since: number): Promise<({ name: string } & FailureCount)[]> {
    const rows = await this.database.db
      .selectFrom('answers')
      .innerJoin('modelVersions', 'modelVersions.id', 'answers.versionId')
      .select(['modelVersions.name as name', 'answers.errorCode as code'])
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('answers.status', 'in', ['failed', 'interrupted'])
      .where('answers.finishedAt', '>=', since)
      .groupBy(['modelVersions.name', 'answers.errorCode'])
      .orderBy('count', 'desc')
      .orderBy('name')
      .orderBy('code')
      .execute()
    return rows.flatMap(({ name, code, count }) =>
      code ? [{ name, code, count: Number(count) }] : [],
    )
  }
}
