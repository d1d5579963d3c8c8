import type { AdminVote } from '#shared/protocol/admin-votes'

export const VOTE_ORDERS = ['withdraw', 'exclude', 'restore'] as const
export type VoteOrderKind = (typeof VOTE_ORDERS)[number]

/** What an admin is about to do about a vote or its voter. */
export interface VoteOrder {
  kind: VoteOrderKind
  vote: AdminVote
}

/** What can be done about a vote. */
export function ordersFor({ state, reason }: AdminVote): VoteOrderKind[] {
  const aboutVoter = reason === 'voter_excluded' ? 'restore' : 'exclude'
  return state === 'waiting' || reason === 'withdrawn' ? [aboutVoter] : ['withdraw', aboutVoter]
}
