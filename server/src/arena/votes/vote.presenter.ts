import type { VoteState } from '#shared/protocol/vote'
import type { VoteRow } from '../../storage/database/database.js'

export function presentVote({
  turn,
  choice,
  finalAt,
  final,
  early,
  rated,
  unratedReason,
}: VoteRow): VoteState {
  return {
    turn,
    choice,
    finalAt,
    final: final === 1,
    ...(early === 1 && { early: true as const }),
    ...(final === 1 && { rated: rated === 1 }),
    ...(unratedReason && { unratedReason }),
  }
}
