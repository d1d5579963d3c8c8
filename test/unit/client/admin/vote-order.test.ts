import { expect, it } from 'vitest'
import type { AdminVote } from '#shared/protocol/admin-votes'
import { ordersFor, pathOf } from '../../../../client/src/components/admin/votes/vote-order.js'

const vote = (state: AdminVote['state'], reason?: AdminVote['reason']): AdminVote => ({
  ...{ id: 'v1', conversationId: 'c1', turn: 1, voterId: 'a/b', choice: 'a', castAt: 1, state },
  models: ['alpha', 'beta'],
  ...(reason && { reason }),
})

it.each([
  [vote('waiting'), ['exclude']],
  [vote('rated'), ['withdraw', 'exclude']],
  [vote('unrated', 'too_fast'), ['withdraw', 'exclude']],
  [vote('unrated', 'withdrawn'), ['putBack', 'exclude']],
  [vote('unrated', 'address_cap'), ['putBack', 'withdraw', 'exclude']],
  [vote('unrated', 'voter_excluded'), ['withdraw', 'restore']],
])('about the vote %o can be done: %j', (about, orders) => {
  expect(ordersFor(about)).toEqual(orders)
})

it('each order has its address', () => {
  const about = vote('rated')
  expect(pathOf({ kind: 'withdraw', vote: about })).toBe('votes/v1/withdraw')
  expect(pathOf({ kind: 'putBack', vote: about })).toBe('votes/v1/restore')
  expect(pathOf({ kind: 'exclude', vote: about })).toBe('voters/a%2Fb/exclude')
  expect(pathOf({ kind: 'restore', vote: about })).toBe('voters/a%2Fb/restore')
})
