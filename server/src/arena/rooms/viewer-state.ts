import type { RoomTally } from '#shared/protocol/room'
import type { Mode } from '#shared/vocabulary'
import { mayDo, type Role } from '../../domain/conversation/access-rules.js'
import { isVotable, type JudgedAnswer } from '../../domain/voting/vote-rules.js'
import type { VoteRow } from '../../storage/database/database.js'

/** What decides whether a viewer may vote at this moment. */
export interface VoteScene {
  role: Role
  mode: Mode
  /** A side is still on its way. */
  running: boolean
  /** The viewer's own vote on the last turn, or on the battle. */
  vote: VoteRow | undefined
  /** Of the last turn. */
  answers: readonly JudgedAnswer[]
}

export const mayVoteNow = ({ role, mode, running, vote, answers }: VoteScene): boolean =>
  mayDo(role, 'vote') && !running && vote?.final !== 1 && isVotable(mode, answers)

/** How many of a room have voted for good, for whoever may vote and may not know yet how they did. */
export function votedFor(
  role: Role,
  own: VoteRow | undefined,
  votes: readonly VoteRow[],
): number | undefined {
  if (own?.final === 1 || !mayDo(role, 'vote')) return undefined
  return votes.filter(({ final }) => final === 1).length || undefined
}

/**
 * How a room has voted, for a viewer whose own vote can no longer change; of `votes` on a battle only those
 * that are final too.
 */
export function tallyFor(
  own: VoteRow | undefined,
  votes: readonly VoteRow[],
): RoomTally | undefined {
  if (own?.final !== 1) return undefined
  const tally: RoomTally = {}
  for (const { choice, final } of votes) {
    if (final === 1) tally[choice] = (tally[choice] ?? 0) + 1
  }
  return tally
}
