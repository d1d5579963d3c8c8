import { Injectable } from '@nestjs/common'
import type { Choice, Language, UnratedReason } from '#shared/vocabulary'
import { KyselyDatabase } from '../database/kysely-database.js'

/** A final vote with the names of what it compared. */
export interface ExportedVote {
  id: string
  scope: string
  voterId: string
  turn: number
  choice: Choice
  castAt: number
  early: 0 | 1
  rated: 0 | 1
  unratedReason: UnratedReason | null
  modelA: string
  versionA: number
  modelB: string
  versionB: number
  language: Language | null
  labels: string | null
  reasons: string | null
  comment: string | null
}

const AT_ONCE = 500

/** All final votes, oldest first, a few hundred at a time, so that no number of them fills the memory. */
@Injectable()
export class ExportRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async count(): Promise<number> {
    const { votes } = await this.final()
      .select((eb) => eb.fn.countAll<number | string>().as('votes'))
      .executeTakeFirstOrThrow()
    return Number(votes)
  }

  async *votes(): AsyncGenerator<ExportedVote[]> {
    let last: ExportedVote | undefined
    do {
      const rows: ExportedVote[] = await this.page(last)
      if (rows.length > 0) yield rows
      last = rows.length === AT_ONCE ? rows.at(-1) : undefined
    } while (last)
  }

  private page(after: ExportedVote | undefined): Promise<ExportedVote[]> {
    return this.final()
      .innerJoin('modelVersions as a', 'a.id', 'votes.versionA')
      .innerJoin('modelVersions as b', 'b.id', 'votes.versionB')
      .leftJoin('battles', 'battles.id', 'votes.scope')
      .select([
        ...(['votes.id', 'votes.scope', 'votes.voterId', 'votes.turn', 'votes.choice'] as const),
        ...(['votes.castAt', 'votes.early', 'votes.rated', 'votes.unratedReason'] as const),
        ...(['a.name as modelA', 'a.version as versionA'] as const),
        ...(['b.name as modelB', 'b.version as versionB'] as const),
        ...(['battles.language', 'battles.labels', 'votes.reasons', 'votes.comment'] as const),
      ])
      .$if(after !== undefined, (query) =>
        query.where((eb) =>
          eb.or([
            eb('votes.castAt', '>', after!.castAt),
            eb.and([eb('votes.castAt', '=', after!.castAt), eb('votes.id', '>', after!.id)]),
          ]),
        ),
      )
      .orderBy('votes.castAt')
      .orderBy('votes.id')
      .limit(AT_ONCE)
      .execute()
  }

  private final() {
    return this.database.db.selectFrom('votes').where('votes.final', '=', 1)
  }
}
