import { Injectable } from '@nestjs/common'
import { Place } from '#shared/protocol/admin-common'
import type {
  AdminVote,
  AdminVoter,
  VoteCounts,
  VotePage,
  VoteSearch,
} from '#shared/protocol/admin-votes'
import type { VoteReasons } from '#shared/vote-reasons'
import { ExclusionRepository } from '../storage/votes/exclusion.repository.js'
import {
  VoteSearchRepository,
  stateOf,
  type FoundVote,
} from '../storage/votes/vote-search.repository.js'
import { VoteStandingRepository } from '../storage/votes/vote-standing.repository.js'

const PAGE = 50

/** Votes and voters, for the admin. */
@Injectable()
export class VoteListService {
  constructor(
    private readonly search: VoteSearchRepository,
    private readonly standings: VoteStandingRepository,
    private readonly exclusions: ExclusionRepository,
  ) {}

  async counts(): Promise<VoteCounts> {
    const counts: VoteCounts = { waiting: 0, rated: 0, unrated: {} }
    for (const { state, reason, votes } of await this.search.counts()) {
      if (state !== 'unrated') counts[state] += votes
      else if (reason) counts.unrated[reason] = (counts.unrated[reason] ?? 0) + votes
    }
    return counts
  }

  async page(query: VoteSearch): Promise<VotePage> {
    const rows = await this.search.find(query, PAGE)
    const last = rows.at(-1)
    return {
      votes: rows.map(presentAdminVote),
      ...(rows.length === PAGE && last && { next: Place.encode({ at: last.castAt, id: last.id }) }),
    }
  }

  /** Who votes, the busiest first. */
  async voters(): Promise<AdminVoter[]> {
    const excluded = new Map((await this.exclusions.all()).map((row) => [row.voterId, row.reason]))
    const voters = await this.standings.busiest()
    return voters.map(({ voterId, votes, rated, lastVoteAt }) => ({
      voterId,
      votes,
      rated,
      lastVoteAt,
      excluded: excluded.has(voterId),
      ...(excluded.has(voterId) && { reason: excluded.get(voterId)! }),
    }))
  }
}

const presentAdminVote = (vote: FoundVote): AdminVote => ({
  id: vote.id,
  conversationId: vote.conversationId,
  turn: vote.turn,
  voterId: vote.voterId,
  choice: vote.choice,
  castAt: vote.castAt,
  state: stateOf(vote),
  ...(vote.unratedReason && { reason: vote.unratedReason }),
  models: [vote.modelA, vote.modelB],
  ...((vote.reasons ?? vote.comment) && {
    said: {
      ...(vote.reasons && { reasons: JSON.parse(vote.reasons) as VoteReasons }),
      ...(vote.comment && { comment: vote.comment }),
    },
  }),
})
