import { Injectable } from '@nestjs/common'
import type { Standing } from '../../domain/voting/vote-standing.js'
import type { VoteRow } from '../database/database.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

@Injectable()
export class VoteRepository {
  constructor(private readonly database: KyselyDatabase) {}

  find(scope: string, voterId: string): Promise<VoteRow | undefined> {
    return this.database.db
      .selectFrom('votes')
      .selectAll()
      .where('scope', '=', scope)
      .where('voterId', '=', voterId)
      .executeTakeFirst()
  }

  /** All votes of one voter in a conversation: one in a battle, at most one a turn elsewhere. */
  ofVoter(conversationId: string, voterId: string): Promise<VoteRow[]> {
    return this.database.db
      .selectFrom('votes')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .where('voterId', '=', voterId)
      .orderBy('turn')
      .execute()
  }

  /** Whether anybody has voted on a turn, and so on its answers as they are. */
  async anyOn(conversationId: string, turn: number): Promise<boolean> {
    const row = await this.database.db
      .selectFrom('votes')
      .select('id')
      .where('conversationId', '=', conversationId)
      .where('turn', '=', turn)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  /** The votes of all people on a battle. */
  onBattle(conversationId: string): Promise<VoteRow[]> {
    return this.database.db
      .selectFrom('votes')
      .selectAll()
      .where('scope', '=', conversationId)
      .execute()
  }

  /**
   * Stores a first vote or replaces one that is not final yet; the unique index decides a race.
   * @returns the vote that stands, which is an older final one where the write came too late
   */
  async put(trx: Trx, vote: VoteRow): Promise<VoteRow> {
    await trx
      .insertInto('votes')
      .values(vote)
      .onConflict((conflict) =>
        conflict
          .columns(['scope', 'voterId'])
          .doUpdateSet({
            choice: vote.choice,
            turn: vote.turn,
            castAt: vote.castAt,
            finalAt: vote.finalAt,
            early: vote.early,
            addressKey: vote.addressKey,
            // They were about another choice; a comment may be about the answers.
            reasons: null,
          })
          .where('votes.final', '=', 0)
          // After its grace a vote waits for nothing but its count.
          .where('votes.finalAt', '>', vote.castAt),
      )
      .execute()
    return trx
      .selectFrom('votes')
      .selectAll()
      .where('scope', '=', vote.scope)
      .where('voterId', '=', vote.voterId)
      .executeTakeFirstOrThrow()
  }

  /**
   * Stores votes that are final already; those that were stored before change nothing.
   * @returns how many are new
   */
  async add(trx: Trx, votes: readonly VoteRow[]): Promise<number> {
    const result = await trx
      .insertInto('votes')
      .values(votes)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return Number(result.numInsertedOrUpdatedRows ?? 0n)
  }

  /** Votes whose grace is over. */
  due(now: number): Promise<VoteRow[]> {
    return this.database.db
      .selectFrom('votes')
      .selectAll()
      .where('final', '=', 0)
      .where('finalAt', '<=', now)
      .orderBy('finalAt')
      .limit(500)
      .execute()
  }

  /** When the next grace ends, of all or of those that end after a time; in milliseconds since the epoch. */
  async nextDue(after = 0): Promise<number | undefined> {
    const row = await this.database.db
      .selectFrom('votes')
      .select((eb) => eb.fn.min('finalAt').as('finalAt'))
      .where('final', '=', 0)
      .where('finalAt', '>', after)
      .executeTakeFirst()
    return row?.finalAt ?? undefined
  }

  /** @returns false where the vote was changed meanwhile, or another process was first */
  async finalize(
    trx: Trx,
    { id, choice, finalAt, promptKey }: VoteRow,
    verdict: Standing,
  ): Promise<boolean> {
    const result = await trx
      .updateTable('votes')
      .set({ ...verdict, promptKey, final: 1 })
      .where('id', '=', id)
      .where('final', '=', 0)
      .where('choice', '=', choice)
      .where('finalAt', '=', finalAt)
      .executeTakeFirst()
    return result.numUpdatedRows === 1n
  }

  /** @returns false where another choice took the place of the one that this is about */
  async annotate(
    { id, choice, turn }: VoteRow,
    note: Pick<VoteRow, 'reasons' | 'comment'>,
  ): Promise<boolean> {
    const result = await this.database.db
      .updateTable('votes')
      .set(note)
      .where('id', '=', id)
      .where('choice', '=', choice)
      .where('turn', '=', turn)
      .executeTakeFirst()
    return result.numUpdatedRows === 1n
  }
}
