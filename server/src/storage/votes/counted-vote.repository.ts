import { Injectable } from '@nestjs/common'
import { CAP_WINDOWS, type Counted } from '../../domain/voting/vote-caps.js'
import type { VoteRow } from '../database/database.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'
import { lockName } from '../database/name-lock.js'

/**
 * The votes that a vote has for company, for the caps: those that are rated and, of its own voter, those that would
 * be if an admin had not taken them off: they may be put back, and would then count beyond the cap. Those of an excluded voter take nothing from others at their address; once that voter
 * is taken back, the address may have more of a day than its cap.
 */
@Injectable()
export class CountedVoteRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /**
   * The voter is locked already, by the look at exclusions; votes of one address wait for each other here.
   * @param promptKeys any of which says that a vote was on the same prompts
   */
  async of(
    trx: Trx,
    vote: VoteRow,
    promptKeys: readonly string[],
    gapMs: number,
  ): Promise<Counted> {
    const { id, voterId, castAt, addressKey } = vote
    if (addressKey !== null) await lockName(this.database, trx, 'address', addressKey)
    const rated = trx
      .selectFrom('votes')
      .where('id', '!=', id)
      .where((eb) =>
        eb.or([
          eb('rated', '=', 1),
          eb.and([
            eb('voterId', '=', voterId),
            eb('unratedReason', 'in', ['voter_excluded', 'withdrawn']),
            eb('ownReason', 'is', null),
          ]),
        ]),
      )
    const own = await rated
      .where('voterId', '=', voterId)
      .where('castAt', '>', castAt - CAP_WINDOWS.day)
      .select(({ fn }) => [
        fn.countAll<number | string>().as('lastDay'),
        fn
          .countAll<number | string>()
          .filterWhere('castAt', '>', castAt - CAP_WINDOWS.hour)
          .as('lastHour'),
        fn
          .countAll<number | string>()
          .filterWhere('castAt', '>', castAt - gapMs)
          .filterWhere('castAt', '<', castAt + gapMs)
          .as('near'),
      ])
      .executeTakeFirstOrThrow()
    const count = rated.select(({ fn }) => fn.countAll<number | string>().as('votes'))
    const shared =
      addressKey !== null &&
      (await count
        .where('addressKey', '=', addressKey)
        .where('castAt', '>', castAt - CAP_WINDOWS.address)
        .executeTakeFirstOrThrow())
    const alike =
      promptKeys.length > 0 &&
      (await count
        .where('voterId', '=', voterId)
        .where('promptKey', 'in', promptKeys)
        .where('castAt', '>', castAt - CAP_WINDOWS.prompt)
        .executeTakeFirstOrThrow())
    return {
      lastDay: Number(own.lastDay),
      lastHour: Number(own.lastHour),
      near: Number(own.near),
      addressDay: shared ? Number(shared.votes) : 0,
      samePrompt: alike ? Number(alike.votes) : 0,
    }
  }
}
