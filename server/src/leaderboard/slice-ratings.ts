import { Injectable } from '@nestjs/common'
import { standingsOf, type Standings } from '../domain/rating/board.js'
import { Clock } from '../domain/ports.js'
import { PairCountRepository } from '../storage/pair-count.repository.js'

export interface RatedSlice {
  /** Rows are keyed by model version. */
  standings: Standings
  /** Milliseconds since the epoch. */
  updatedAt: number
}

/** The ratings of each slice, fitted when somebody asks after its counts have changed. */
@Injectable()
export class SliceRatings {
  private readonly fitted = new Map<string, Promise<RatedSlice>>()
  /** The last fit of each slice: the next one starts from there. */
  private readonly former = new Map<string, Standings>()

  constructor(
    private readonly counts: PairCountRepository,
    private readonly clock: Clock,
  ) {}

  /** The ratings of all votes that were counted before this call. */
  of(key: string): Promise<RatedSlice> {
    const known = this.fitted.get(key)
    if (known) return known
    const fit = this.fit(key)
    this.fitted.set(key, fit)
    fit.catch(() => {
      if (this.fitted.get(key) === fit) this.fitted.delete(key)
    })
    return fit
  }

  /** The counts of these slices have changed. */
  outdate(keys: readonly string[]): void {
    for (const key of keys) this.fitted.delete(key)
  }

  private async fit(key: string): Promise<RatedSlice> {
    const updatedAt = this.clock.now()
    const standings = standingsOf(await this.counts.load(key), { before: this.former.get(key) })
    this.former.set(key, standings)
    return { standings, updatedAt }
  }
}
