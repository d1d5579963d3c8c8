import type { VoteState } from '#shared/protocol/vote'
import type { VoteReasons } from '#shared/vote-reasons'
import type { VoteRow } from '../../storage/database/database.js'

/** For the voter alone: what is said of a vote is nobody else's. */
export function presentVote({
  turn,
  choice,
  finalAt,
  final,
  early,
  rated,
  unratedReason,
  reasons,
  comment,
}: VoteRow): VoteState {
  return {
    turn,
    choice,
    finalAt,
    final: final === 1,
    ...(early === 1 && { early: true as const }),
    ...(final === 1 && { rated: rated === 1 }),
    ...(unratedReason && { unratedReason }),
    ...(reasons && { reasons: JSON.parse(reasons) as VoteReasons }),
    ...(comment && { comment }),
  }
}
