import { Injectable } from '@nestjs/common'
import type { UnratedReason } from '#shared/vocabulary'
import { expressionBuilder } from 'kysely'
import type { Standing } from '../../domain/voting/vote-standing.js'
import type { Database, VoteRow } from '../database/database.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

const MOST_VOTERS = 500

/** Whether votes count, and why not. */
@Injectable()
export class VoteStandingRepository {
  constructor(private readonly database: KyselyDatabase) {}

  byId(trx: Trx, id: string): Promise<VoteRow | undefined> {
    return trx.selectFrom('votes').selectAll().where('id', '=', id).executeTakeFirst()
  }

  async set(trx: Trx, id: string, standing: Standing): Promise<void> {
    await trx.updateTable('votes').set(standing).where('id', '=', id).execute()
  }

  /** The battles in which a voter has final votes of this standing. */
  async battlesOf(trx: Trx, voterId: string, standing: Standing): Promise<string[]> {
    const rows = await trx
      .selectFrom('votes')
      .select('scope')
      .where('voterId', '=', voterId)
      .where('final', '=', 1)
      .where('rated', '=', standing.rated)
      .where(reasonIs(standing))
      .execute()
    return rows.map(({ scope }) => scope)
  }

  /** Whose votes on a battle count. */
  async votersOf(trx: Trx, scope: string): Promise<string[]> {
    const rows = await trx
      .selectFrom('votes')
      .select('voterId')
      .where('scope', '=', scope)
      .where('final', '=', 1)
      .where('rated', '=', 1)
      .execute()
    return rows.map(({ voterId }) => voterId)
  }

  /** Those of an excluded voter that would not count by themselves are what they are. */
  async uncover(trx: Trx, voterId: string): Promise<void> {
    await trx
      .updateTable('votes')
      .set((eb) => ({ unratedReason: eb.ref('ownReason'), ownReason: null }))
      .where('voterId', '=', voterId)
      .where('unratedReason', '=', 'voter_excluded')
      .where('ownReason', 'is not', null)
      .execute()
  }

  /** Turns all final votes of a voter from one standing to another. */
  async turn(trx: Trx, voterId: string, from: Standing, to: Standing): Promise<void> {
    await trx
      .updateTable('votes')
      .set(to)
      .where('voterId', '=', voterId)
      .where('final', '=', 1)
      .where('rated', '=', from.rated)
      .where(reasonIs(from))
      .execute()
  }

  /** Who has the most final votes. */
  async busiest() {
    const rows = await this.database.db
      .selectFrom('votes')
      .select('voterId')
      .select((eb) => [
        eb.fn.countAll<number | string>().as('votes'),
        eb.fn.sum<number | string>('rated').as('rated'),
        eb.fn.max('castAt').as('lastVoteAt'),
      ])
      .where('final', '=', 1)
      .groupBy('voterId')
      .orderBy('votes', 'desc')
      .orderBy('voterId')
      .limit(MOST_VOTERS)
      .execute()
    return rows.map((row) => ({ ...row, votes: Number(row.votes), rated: Number(row.rated) }))
  }

  /** How many final votes count, and how many do not by reason; those that wait for others are not told yet. */
  async tally(
    pool: 'demo' | 'real',
  ): Promise<{ reason: UnratedReason | null; rated: boolean; votes: number }[]> {
    const rows = await this.database.db
      .selectFrom('votes')
      .innerJoin('modelVersions', 'modelVersions.id', 'votes.versionA')
      .select(['rated', 'unratedReason', (eb) => eb.fn.countAll<number | string>().as('votes')])
      .where('final', '=', 1)
      .where('held', '=', 0)
      .where('demo', '=', pool === 'demo' ? 1 : 0)
      .groupBy(['rated', 'unratedReason'])
      .execute()
    return rows.map(({ unratedReason, rated, votes }) => ({
      reason: unratedReason,
      rated: rated === 1,
      votes: Number(votes),
    }))
  }
}

/** `is` takes a value on SQLite only. */
function reasonIs({ unratedReason }: Standing) {
  const eb = expressionBuilder<Database, 'votes'>()
  return unratedReason === null
    ? eb('unratedReason', 'is', null)
    : eb('unratedReason', '=', unratedReason)
}
