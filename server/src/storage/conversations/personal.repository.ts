import { Injectable } from '@nestjs/common'
import type { VoteRow } from '../database/database.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

/** Everything that is kept of one person. */
@Injectable()
export class PersonalRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async counts(voterId: string) {
    const row = await this.database.db
      .selectNoFrom((eb) => [
        eb
          .selectFrom('conversations')
          .where('ownerId', '=', voterId)
          .select((each) => each.fn.countAll<number | string>().as('count'))
          .as('conversations'),
        eb
          .selectFrom('votes')
          .where('voterId', '=', voterId)
          .select((each) => each.fn.countAll<number | string>().as('count'))
          .as('votes'),
        eb
          .selectFrom('reactions')
          .where('voterId', '=', voterId)
          .select((each) => each.fn.countAll<number | string>().as('count'))
          .as('reactions'),
        eb
          .selectFrom('images')
          .where('ownerId', '=', voterId)
          .select((each) => each.fn.countAll<number | string>().as('count'))
          .as('pictures'),
      ])
      .executeTakeFirstOrThrow()
    return {
      conversations: Number(row.conversations),
      votes: Number(row.votes),
      reactions: Number(row.reactions),
      pictures: Number(row.pictures),
    }
  }

  /** The oldest first. */
  async conversations(ownerId: string): Promise<string[]> {
    const rows = await this.database.db
      .selectFrom('conversations')
      .select('id')
      .where('ownerId', '=', ownerId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => id)
  }

  /** The oldest first. */
  async pictures(ownerId: string): Promise<string[]> {
    const rows = await this.database.db
      .selectFrom('images')
      .select('id')
      .where('ownerId', '=', ownerId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => id)
  }

  /** The conversations of others that this person came into. */
  async rooms(voterId: string): Promise<string[]> {
    const rows = await this.database.db
      .selectFrom('participants')
      .select('conversationId')
      .distinct()
      .where('voterId', '=', voterId)
      .where('kind', '!=', 'owner')
      .execute()
    return rows.map(({ conversationId }) => conversationId)
  }

  votes(voterId: string): Promise<VoteRow[]> {
    return this.database.db
      .selectFrom('votes')
      .selectAll()
      .where('voterId', '=', voterId)
      .orderBy('castAt')
      .orderBy('id')
      .execute()
  }

  /**
   * Forgets what is left of a person without conversations: votes in their grace, the words of the others,
   * and whose they were; being in rooms; pictures that were never sent; answers of commands.
   * @param nobody whom the final votes are of from now on
   * @param heir who stays let in by the code of an arena that is not open to all
   * @returns the hashes of picture files that may be needed no more
   */
  forget(voterId: string, nobody: string, heir: string): Promise<string[]> {
    return this.database.write(async (trx) => {
      await forgetVotes(trx, voterId, nobody)
      await trx.deleteFrom('participants').where('voterId', '=', voterId).execute()
      await trx.deleteFrom('reactions').where('voterId', '=', voterId).execute()
      await trx.deleteFrom('commands').where('voterId', '=', voterId).execute()
      await trx.deleteFrom('consents').where('voterId', '=', voterId).execute()
      await inherit(trx, voterId, heir)
      const unsent = await trx
        .deleteFrom('images')
        .where('ownerId', '=', voterId)
        .where('id', 'not in', (eb) => eb.selectFrom('imageUses').select('imageId'))
        .returning('hash')
        .execute()
      return unsent.map(({ hash }) => hash)
    })
  }
}

/** From where they came stays for its day, or whoever erases all they have could fill the board from one address. */
async function forgetVotes(trx: Trx, voterId: string, nobody: string): Promise<void> {
  await trx.deleteFrom('votes').where('voterId', '=', voterId).where('final', '=', 0).execute()
  await trx
    .updateTable('votes')
    .set({ voterId: nobody, comment: null, reasons: null, promptKey: null })
    .where('voterId', '=', voterId)
    .execute()
  // An exclusion goes along with the votes that it keeps off the boards, or it could never be undone.
  await trx
    .updateTable('excludedVoters')
    .set({ voterId: nobody })
    .where('voterId', '=', voterId)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('excludedVoters').select('voterId').where('voterId', '=', nobody)),
      ),
    )
    .execute()
}

async function inherit(trx: Trx, voterId: string, heir: string): Promise<void> {
  const admission = await trx
    .deleteFrom('admissions')
    .where('voterId', '=', voterId)
    .returningAll()
    .executeTakeFirst()
  if (!admission) return
  await trx
    .insertInto('admissions')
    .values({ ...admission, voterId: heir })
    .onConflict((conflict) => conflict.column('voterId').doNothing())
    .execute()
}
