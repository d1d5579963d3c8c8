import { Injectable } from '@nestjs/common'
import type { ImageRow } from '../database/database.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

@Injectable()
export class ImageRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async insert(image: ImageRow): Promise<void> {
    await this.database.db.insertInto('images').values(image).execute()
  }

  async find(id: string): Promise<ImageRow | undefined> {
    return this.database.db.selectFrom('images').selectAll().where('id', '=', id).executeTakeFirst()
  }

  /** The conversations in which a picture was sent. */
  async conversationsOf(id: string): Promise<string[]> {
    const uses = await this.database.db
      .selectFrom('imageUses')
      .select('conversationId')
      .where('imageId', '=', id)
      .execute()
    return uses.map(({ conversationId }) => conversationId)
  }

  /** Notes that these pictures of `ownerId` are sent. @returns how many of them there are */
  async use(
    trx: Trx,
    conversationId: string,
    ownerId: string,
    ids: readonly string[],
  ): Promise<number> {
    if (ids.length === 0) return 0
    const own = await trx
      .selectFrom('images')
      .select('id')
      .where('id', 'in', ids)
      .where('ownerId', '=', ownerId)
      .execute()
    if (own.length === 0) return 0
    await trx
      .insertInto('imageUses')
      .values(own.map(({ id }) => ({ imageId: id, conversationId })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return own.length
  }

  /** Bytes of all pictures that were never sent. */
  async unsentBytes(): Promise<number> {
    const { total } = await this.database.db
      .selectFrom('images')
      .select((eb) => eb.fn.sum<number | string | null>('bytes').as('total'))
      .where('id', 'not in', (eb) => eb.selectFrom('imageUses').select('imageId'))
      .executeTakeFirstOrThrow()
    return Number(total ?? 0)
  }

  /** Forgets pictures that were uploaded before `time` and never sent. @returns the hashes of their files */
  async forgetUnsent(time: number): Promise<string[]> {
    const forgotten = await this.database.db
      .deleteFrom('images')
      .where('createdAt', '<', time)
      .where('id', 'not in', (eb) => eb.selectFrom('imageUses').select('imageId'))
      .returning('hash')
      .execute()
    return forgotten.map(({ hash }) => hash)
  }

  /** Which of these files a row still names. */
  async named(hashes: readonly string[]): Promise<Set<string>> {
    if (hashes.length === 0) return new Set()
    const rows = await this.database.db
      .selectFrom('images')
      .select('hash')
      .where('hash', 'in', hashes)
      .execute()
    return new Set(rows.map(({ hash }) => hash))
  }
}

/**
 * Forgets the pictures of a conversation that no other one shows; part of its erasure.
 * @returns the hashes of their files
 */
export async function forgetImagesOf(trx: Trx, conversationId: string): Promise<string[]> {
  const forgotten = await trx
    .deleteFrom('images')
    .where('id', 'in', (eb) =>
      eb.selectFrom('imageUses').select('imageId').where('conversationId', '=', conversationId),
    )
    .where('id', 'not in', (eb) =>
      eb.selectFrom('imageUses').select('imageId').where('conversationId', '!=', conversationId),
    )
    .returning('hash')
    .execute()
  return forgotten.map(({ hash }) => hash)
}
