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
  held,
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
    ...(final === 1 && held === 1 && { held: true as const }),
    ...(reasons && { reasons: JSON.parse(reasons) as VoteReasons }),
    ...(comment && { comment }),
  }
}
