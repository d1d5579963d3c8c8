import { Injectable } from '@nestjs/common'
import { BattleSums, type CountChange } from '../../domain/rating/battle-sums.js'
import type { Trx } from '../database/kysely-database.js'
import { BattleRepository } from './battle.repository.js'
import { PairCountRepository } from './pair-count.repository.js'

/**
 * Keeps the counts in step with whatever changes about battles: a vote, its withdrawal, the exclusion of a
 * voter, other labels. What a battle added before is taken back, what it adds now is added.
 */
@Injectable()
export class BattleCounts {
  constructor(
    private readonly battles: BattleRepository,
    private readonly counts: PairCountRepository,
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
    return changes
  }
}
