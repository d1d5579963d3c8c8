import type { ExportedOwnVote } from '#shared/protocol/personal'
import type { VoteRow } from '../../storage/database/database.js'

/** Without the versions that it was on, which its voter may not know yet. */
export function presentOwnVote(vote: VoteRow): ExportedOwnVote {
  const { conversationId, turn, choice, castAt, final, reasons, comment } = vote
  return {
    ...{ conversationId, turn, choice, castAt },
    final: final === 1,
    ...(reasons && { reasons: JSON.parse(reasons) as unknown }),
    ...(comment && { comment }),
  }
}
