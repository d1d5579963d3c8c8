import { Injectable } from '@nestjs/common'
import { Settings } from '../config/settings.js'
import { PairSumsByName, type PairRow } from '../domain/rating/pair-rows.js'
import { Clock } from '../domain/ports.js'
import type { CountsChanged } from '../domain/voting/counted-votes.js'
import { OwnVoteRepository } from '../storage/own-vote.repository.js'
import { PairCountRepository } from '../storage/pair-count.repository.js'
import { RatedVoteRepository } from '../storage/rated-vote.repository.js'
import { StyledBattleRepository, type StyledBattle } from '../storage/styled-battle.repository.js'
import type { FittedBoard, VoterVote } from './fit/fit-job.js'
import { Fitter } from './fit/fitter.js'
import { concerns, nameOf, type SliceSpec } from './slice-spec.js'

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
    private readonly styled: StyledBattleRepository,
    private readonly votes: RatedVoteRepository,
    private readonly fitter: Fitter,
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

  private async voterVotes(spec: SliceSpec): Promise<VoterVote[]> {
    const found: VoterVote[] = []
    for await (const battles of this.votes.battles(spec)) {
      for (const { versionA, versionB, votes } of battles) {
        // Of one's own votes each is a battle of its own.
        const own = votes.filter(({ voterId }) => spec.voterId === '' || voterId === spec.voterId)
        for (const { voterId, choice } of own) {
          found.push({ voterId, versionA, versionB, choice, votes: own.length })
        }
      }
    }
    return found
  }

  private async fit(spec: SliceSpec, kept: Kept): Promise<RatedSlice> {
    const updatedAt = this.clock.now()
    const options = {
      fewBattles: this.settings.modelMinVotes,
      simultaneous: spec.allAtOnce,
      anchor: spec.anchor ?? undefined,
    }
    const rows =
      spec.voterId === ''
        ? await this.counts.load(spec)
        : await this.ownVotes.load(spec.voterId, spec)
    const styled = spec.styleControl ? await this.styled.load(spec, spec.voterId) : null
    const standings =
      styled && votesOf(styled) >= this.settings.boardMinVotes
        ? await this.fitter.run('style', { battles: styled, ...options })
        : await this.fitter.run('plain', {
            rows: styled ? rowsOf(styled) : rows,
            before: kept.before,
            reweight: spec.evenPairs,
            voters: spec.voterErrors ? await this.voterVotes(spec) : undefined,
            ...options,
          })
    // Few votes can be explained by style alone: its effects would be without measure, and so would the scores.
    if (styled) standings.style ??= { coefficients: [], confounded: [] }
    kept.before = standings
    return { standings, rows, updatedAt }
  }
}

const votesOf = (battles: readonly StyledBattle[]): number =>
  battles.reduce((sum, { votes: { a, b, tie, both_bad } }) => sum + a + b + tie + both_bad, 0)

function rowsOf(battles: readonly StyledBattle[]): PairRow[] {
  const sums = new PairSumsByName()
  for (const { versionA, versionB, votes } of battles) sums.add(versionA, versionB, votes)
  return sums.list()
}
