import { Injectable } from '@nestjs/common'
import { Settings } from '../config/settings.js'
import type { PairRow } from '../domain/rating/pair-rows.js'
import { Clock } from '../domain/ports.js'
import type { CountsChanged } from '../domain/voting/counted-votes.js'
import { OwnVoteRepository } from '../storage/votes/own-vote.repository.js'
import { PairCountRepository } from '../storage/boards/pair-count.repository.js'
import { RatedVoteRepository } from '../storage/boards/rated-vote.repository.js'
import { ContestantService } from './contestant.service.js'
import type { FittedBoard } from './fit/fit-job.js'
import { Fitter } from './fit/fitter.js'
import { concerns, nameOf, type SliceSpec } from './slice-spec.js'
import { SliceVotes, type FitVotes } from './slice-votes.js'

export interface RatedSlice {
  /** Rows are keyed by model version. */
  standings: FittedBoard
  rows: readonly PairRow[]
  /** Milliseconds since the epoch. */
  updatedAt: number
}

interface Kept {
  spec: SliceSpec
  /** Absent after its counts have changed. */
  rated?: Promise<RatedSlice>
  /** The last fit: the next one starts from there. */
  before?: FittedBoard
}

/** Slices whose ratings are kept; those that nobody asks for any more make room for others. */
const MOST_SLICES = 200

/** The ratings of each slice, fitted when somebody asks after its counts have changed. */
@Injectable()
export class SliceRatings {
  /** The one that was asked for last is the last. */
  private readonly slices = new Map<string, Kept>()

  constructor(
    private readonly counts: PairCountRepository,
    private readonly ownVotes: OwnVoteRepository,
    private readonly votes: RatedVoteRepository,
    private readonly fitter: Fitter,
    private readonly contestants: ContestantService,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** The ratings of all votes that were counted before this call. */
  of(spec: SliceSpec): Promise<RatedSlice> {
    const kept = this.touch(spec)
    if (kept.rated) return kept.rated
    const fit = this.fit(spec, kept)
    kept.rated = fit
    fit.catch(() => {
      if (kept.rated === fit) delete kept.rated
    })
    return fit
  }

  /** The ratings of exactly these votes, whatever was counted meanwhile. */
  async rate(
    { styleControl, evenPairs, allAtOnce, anchor }: SliceSpec,
    { asOf, rows, styled, ballots }: FitVotes,
    before?: FittedBoard,
  ): Promise<RatedSlice> {
    const options = {
      fewBattles: this.settings.modelMinVotes,
      simultaneous: allAtOnce,
      anchor: anchor ?? undefined,
      labels: await this.contestants.labels(),
      rows,
    }
    const standings =
      styled && votesIn(rows) >= this.settings.boardMinVotes
        ? await this.fitter.run('style', { columns: styled.columns, ...options })
        : await this.fitter.run('plain', {
            before,
            reweight: evenPairs,
            voters: ballots?.columns,
            ...options,
          })
    // Few votes can be explained by style alone: its effects would be without measure, and so would the scores.
    if (styleControl) standings.style ??= { coefficients: [], confounded: [] }
    return { standings, rows, updatedAt: asOf }
  }

  /** These counts have changed. */
  outdate(changed: CountsChanged): void {
    for (const kept of this.slices.values()) {
      if (concerns(kept.spec, changed)) delete kept.rated
    }
  }

  private touch(spec: SliceSpec): Kept {
    const name = nameOf(spec)
    const kept = this.slices.get(name) ?? { spec }
    this.slices.delete(name)
    this.slices.set(name, kept)
    for (const oldest of this.slices.keys()) {
      if (this.slices.size <= MOST_SLICES) break
      this.slices.delete(oldest)
    }
    return kept
  }

  private async fit(spec: SliceSpec, kept: Kept): Promise<RatedSlice> {
    const rated = await this.rate(spec, await this.votesOf(spec), kept.before)
    kept.before = rated.standings
    return rated
  }

  /** Counts are kept by pair, so that most boards need no vote one by one. */
  private async votesOf(spec: SliceSpec): Promise<FitVotes> {
    const asOf = this.clock.now()
    if (!spec.styleControl && !spec.voterErrors) {
      const { voterId } = spec
      const source = voterId === '' ? this.counts.load(spec) : this.ownVotes.load(voterId, spec)
      return { asOf, rows: await source }
    }
    const votes = new SliceVotes(spec, asOf)
    for await (const battles of this.votes.battles(spec)) votes.add(battles)
    return votes
  }
}

const votesIn = (rows: readonly PairRow[]): number =>
  rows.reduce((votes, { sums: { a, b, tie, both_bad } }) => votes + a + b + tie + both_bad, 0)
