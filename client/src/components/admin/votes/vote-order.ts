import type { AdminVote } from '#shared/protocol/admin-votes'
import { isUndoable } from '#shared/vocabulary'

export const VOTE_ORDERS = ['putBack', 'withdraw', 'exclude', 'restore'] as const
export type VoteOrderKind = (typeof VOTE_ORDERS)[number]

/** What an admin is about to do about a vote or its voter. */
export interface VoteOrder {
  kind: VoteOrderKind
  vote: AdminVote
}

/** Whether votes count less for it. */
export const isHarsh = (kind: VoteOrderKind): boolean => kind === 'withdraw' || kind === 'exclude'

/** The address of an order. */
export function pathOf({ kind, vote }: VoteOrder): string {
  if (kind === 'withdraw') return `votes/${vote.id}/withdraw`
  if (kind === 'putBack') return `votes/${vote.id}/restore`
  return `voters/${encodeURIComponent(vote.voterId)}/${kind}`
}

/** What can be done about a vote. */
export function ordersFor({ state, reason }: AdminVote): VoteOrderKind[] {
  const aboutVoter = reason === 'voter_excluded' ? 'restore' : 'exclude'
  if (state === 'waiting') return [aboutVoter]
  return [
    ...(isUndoable(reason) ? (['putBack'] as const) : []),
    ...(reason === 'withdrawn' ? [] : (['withdraw'] as const)),
    aboutVoter,
  ]
}
