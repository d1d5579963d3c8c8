import { Injectable } from '@nestjs/common'
import { BattleSums } from '../../domain/rating/battle-sums.js'
import { KyselyDatabase } from '../database/kysely-database.js'
import { BattleRepository } from './battle.repository.js'
import { PairCountRepository } from './pair-count.repository.js'
import { ScoreDayRepository } from './score-day.repository.js'

export interface Rebuilt {
  battles: number
  votes: number
}

/** Sums that are held in memory before they are written. */
const MOST_SUMS = 50_000

/** Makes all counts anew from the votes, which are the truth; past days are worked out anew from them. */
@Injectable()
export class CountRebuilder {
  constructor(
    private readonly database: KyselyDatabase,
    private readonly battles: BattleRepository,
    private readonly counts: PairCountRepository,
    private readonly days: ScoreDayRepository,
  ) {}

  /** @param tell hears now and then how far it is */
  rebuild(tell: (done: Rebuilt) => void = () => undefined): Promise<Rebuilt> {
    return this.database.write(async (trx) => {
      await this.counts.clear(trx)
      for (const pool of ['real', 'demo'] as const) await this.days.forget(pool, 0, trx)
      let sums = new BattleSums()
      const done: Rebuilt = { battles: 0, votes: 0 }
      for await (const battles of this.battles.allRated(trx)) {
        for (const battle of battles) {
          sums.add(battle, 1)
          done.battles += 1
          done.votes += Object.values(battle.votes).reduce((all, times) => all + times, 0)
        }
        if (sums.size > MOST_SUMS) {
          await this.counts.apply(trx, sums.list())
          sums = new BattleSums()
        }
        tell({ ...done })
      }
      await this.counts.apply(trx, sums.list())
      return done
    })
  }
}
