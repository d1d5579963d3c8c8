import { Injectable } from '@nestjs/common'
import { SHARE_KINDS, type ShareKind } from '#shared/vocabulary'
import type { ExpressionBuilder } from 'kysely'
import type { Database } from '../database/database.js'
import type { ParticipantRow } from '../database/room-rows.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

/** Who is in shared conversations. */
@Injectable()
export class ParticipantRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** By which kinds of links this person came in. */
  async cameBy(conversationId: string, voterId: string): Promise<ShareKind[]> {
    const rows = await this.database.db
      .selectFrom('participants')
      .select('kind')
      .where('conversationId', '=', conversationId)
      .where('voterId', '=', voterId)
      .execute()
    return rows.map(({ kind }) => kind).filter(isShareKind)
  }

  all(conversationId: string): Promise<ParticipantRow[]> {
    return this.database.db
      .selectFrom('participants')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .execute()
  }

  /** Changes nothing about whom it knows already. @returns whether it did not */
  async add(trx: Trx, participant: ParticipantRow): Promise<boolean> {
    const result = await trx
      .insertInto('participants')
      .values(participant)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return Number(result.numInsertedOrUpdatedRows ?? 0n) > 0
  }

  /** Takes out who came by such a link and has no vote. @returns who that was */
  async removeVoteless(trx: Trx, conversationId: string, kind: ShareKind): Promise<string[]> {
    const removed = await trx
      .deleteFrom('participants')
      .where('conversationId', '=', conversationId)
      .where('kind', '=', kind)
      .where((eb) => eb.not(eb.exists(votesOf(eb))))
      .returning('voterId')
      .execute()
    return removed.map(({ voterId }) => voterId)
  }

  /** Whether this person was here before, and the boards have told of votes on the battle since or earlier. */
  async hasSeenVotes(trx: Trx, conversationId: string, voterId: string): Promise<boolean> {
    const row = await trx
      .selectFrom('participants')
      .innerJoin('votes', 'votes.scope', 'participants.conversationId')
      .select('votes.id')
      .where('participants.conversationId', '=', conversationId)
      .where('participants.voterId', '=', voterId)
      .where('votes.final', '=', 1)
      .where('votes.held', '=', 0)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  /** Whether anybody can still vote, and is waited for. */
  async anyWaitedFor(trx: Trx, conversationId: string): Promise<boolean> {
    const row = await trx
      .selectFrom('participants')
      .select('voterId')
      .where('conversationId', '=', conversationId)
      .where('kind', 'in', ['owner', 'challenge'])
      .where('missed', '=', 0)
      .where((eb) => eb.not(eb.exists(votesOf(eb).where('votes.final', '=', 1))))
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  /** Who has no vote yet is waited for no longer. */
  async waitNoLonger(trx: Trx, conversationId: string): Promise<void> {
    await trx
      .updateTable('participants')
      .set({ missed: 1 })
      .where('conversationId', '=', conversationId)
      .where('kind', 'in', ['owner', 'challenge'])
      .where((eb) => eb.not(eb.exists(votesOf(eb))))
      .execute()
  }

  /** Whether the boards have told of the others' votes before this person's. */
  async hasMissed(conversationId: string, voterId: string): Promise<boolean> {
    const row = await this.database.db
      .selectFrom('participants')
      .select('voterId')
      .where('conversationId', '=', conversationId)
      .where('voterId', '=', voterId)
      .where('missed', '=', 1)
      .executeTakeFirst()
    return row !== undefined
  }
}

export const isShareKind = (kind: ParticipantRow['kind']): kind is ShareKind =>
  SHARE_KINDS.some((known) => known === kind)

/** The participant's own vote on the battle. */
const votesOf = (eb: ExpressionBuilder<Database, 'participants'>) =>
  eb
    .selectFrom('votes')
    .select('votes.id')
    .whereRef('votes.scope', '=', 'participants.conversationId')
    .whereRef('votes.voterId', '=', 'participants.voterId')
