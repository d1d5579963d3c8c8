import { Injectable } from '@nestjs/common'
import { BattleSums, type CountChange } from '../../domain/rating/battle-sums.js'
import { sliceKey, type Pool } from '../../domain/rating/slices.js'
import type { Trx } from '../database/kysely-database.js'
import { BattleRepository } from './battle.repository.js'
import { PairCountRepository } from './pair-count.repository.js'
import { ScoreDayRepository } from './score-day.repository.js'

/**
 * Keeps the counts in step with whatever changes about battles: a vote, its withdrawal, the exclusion of a
 * voter, other labels. What a battle added before is taken back, what it adds now is added. Scores of days whose
 * counts are others now are forgotten with it: after a crash nobody would know which they were.
 */
@Injectable()
export class BattleCounts {
  constructor(
    private readonly battles: BattleRepository,
    private readonly counts: PairCountRepository,
    private readonly days: ScoreDayRepository,
  ) {}

  /** Does `work`, which may change these battles and their votes, and the counts with it, in one transaction. */
  async changing(
    trx: Trx,
    ids: readonly string[],
    work: () => Promise<void>,
  ): Promise<CountChange[]> {
    await this.battles.lock(trx, ids)
    const sums = new BattleSums()
    for (const battle of await this.battles.rated(trx, ids)) sums.add(battle, -1)
    await work()
    for (const battle of await this.battles.rated(trx, ids)) sums.add(battle, 1)
    const changes = sums.list()
    await this.counts.apply(trx, changes)
    for (const [pool, day] of firstDays(changes)) await this.days.forget(pool, day, trx)
    return changes
  }
}

const POOLS: readonly Pool[] = ['real', 'demo']

/** The first day of each pool whose overall counts changed; those of all days together are day 0. */
const firstDays = (changes: readonly CountChange[]): [Pool, number][] =>
  POOLS.flatMap((pool): [Pool, number][] => {
    const days = changes
      .filter(({ slice, day }) => day > 0 && slice === sliceKey(pool, 'overall'))
      .map(({ day }) => day)
    return days.length > 0 ? [[pool, Math.min(...days)]] : []
  })
