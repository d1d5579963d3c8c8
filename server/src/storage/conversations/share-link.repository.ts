import { Injectable } from '@nestjs/common'
import type { ShareKind } from '#shared/vocabulary'
import type { ShareLinkRow } from '../database/room-rows.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

/** The links of conversations, at most one of each kind. */
@Injectable()
export class ShareLinkRepository {
  constructor(private readonly database: KyselyDatabase) {}

  of(conversationId: string): Promise<ShareLinkRow[]> {
    return this.database.db
      .selectFrom('shareLinks')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .orderBy('kind', 'desc')
      .execute()
  }

  /** In place of an older one of its kind. */
  async put(trx: Trx, link: ShareLinkRow): Promise<void> {
    const { id, keyHash, createdAt } = link
    await trx
      .insertInto('shareLinks')
      .values(link)
      .onConflict((conflict) =>
        conflict.columns(['conversationId', 'kind']).doUpdateSet({ id, keyHash, createdAt }),
      )
      .execute()
  }

  async remove(trx: Trx, conversationId: string, kind: ShareKind): Promise<void> {
    await trx
      .deleteFrom('shareLinks')
      .where('conversationId', '=', conversationId)
      .where('kind', '=', kind)
      .execute()
  }
}
