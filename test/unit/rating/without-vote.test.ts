import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CHOICES, type Choice } from '#shared/vocabulary'
import type { Tally } from '#server/domain/rating/observation'
import { PairSumsByName } from '#server/domain/rating/pair-rows'
import { withoutVote } from '#server/domain/rating/without-vote'
import { holds } from '../../support/holds.js'

const NO_VOTES: Tally = { a: 0, b: 0, tie: 0, both_bad: 0 }
const tallyOf = (votes: readonly Choice[]): Tally =>
  votes.reduce((tally, choice) => ({ ...tally, [choice]: tally[choice] + 1 }), NO_VOTES)

const aBattle = fc.record({
  pair: fc.constantFrom(['x', 'y'], ['y', 'x'], ['x', 'z'], ['z', 'y']),
  votes: fc.array(fc.constantFrom(...CHOICES), { minLength: 1, maxLength: 4 }),
})

it('leaves the sums as they were had the vote never been cast', () => {
  holds(
    'sums-without-a-vote',
    fc.property(fc.array(aBattle, { minLength: 1, maxLength: 8 }), fc.nat(), (battles, nth) => {
      const index = nth % battles.length
      const sums = (skip: boolean) => {
        const all = new PairSumsByName()
        battles.forEach(({ pair: [a, b], votes }, at) => {
          const counted = skip && at === index ? votes.slice(1) : votes
          if (counted.length > 0) all.add(a!, b!, tallyOf(counted))
        })
        return all.list().sort((one, other) => (name(one) < name(other) ? -1 : 1))
      }
      const name = (row: { versionA: string; versionB: string }) => row.versionA + row.versionB
      const {
        pair: [versionA, versionB],
        votes,
      } = battles[index]!
      const battle = { versionA: versionA!, versionB: versionB!, votes: tallyOf(votes) }
      expect(withoutVote(sums(false), battle, votes[0]!)).toEqual(sums(true))
    }),
  )
})
