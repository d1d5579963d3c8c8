import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { VoteEffect as Effect } from '#shared/protocol/vote-effect'
import VoteEffect from '../../../../client/src/components/arena/VoteEffect.vue'
import { i18n } from '../../../../client/src/i18n/index.js'

const AN_EFFECT: Effect = {
  demo: false,
  votes: 120,
  minimumVotes: 100,
  others: { a: 5, b: 2, tie: 1, both_bad: 0 },
  sides: {
    a: { before: { rating: 1012.4, rank: [2, 4] }, after: { rating: 1018.2, rank: [2, 3] } },
    b: { before: { rating: 990, rank: [5, 5] }, after: { rating: 984, rank: [5, 5] } },
  },
}

function told(overrides: Partial<Effect> = {}): string {
  const props = { effect: { ...AN_EFFECT, ...overrides }, names: { a: 'alpha', b: 'beta' } }
  const page = mount(VoteEffect, { props, global: { plugins: [i18n] } })
  return page.text().replace(/\s+/g, ' ')
}

describe('what a vote did', () => {
  it('is how others voted on the two, in words', () => {
    expect(told()).toContain('8 other votes on these two: 5 for alpha, 1 for a tie, 2 for beta')
    expect(told({ others: { a: 0, b: 0, tie: 0, both_bad: 0 } })).toContain(
      'There is no other vote',
    )
  })

  it('is where both models were and are', () => {
    expect(told()).toContain('alpha 1,012 at rank 2–4 → 1,018 at rank 2–3 (+6)')
    expect(told()).toContain('beta 990 at rank 5 → 984 at rank 5 (−6)')
    expect(told()).not.toContain('Ranks come')
  })

  it('says what is new, and from when there are ranks', () => {
    const { b } = AN_EFFECT.sides
    const text = told({
      votes: 7,
      sides: { a: { before: null, after: { rating: 1100, rank: null } }, b },
    })
    expect(text).toContain('alpha new on the board → 1,100')
    expect(text).toContain('Ranks come with 100 votes; there are 7.')
  })
})
