import { RouterLinkStub, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { differenceScale } from '../../../../client/src/components/leaderboard/pair/difference-scale.js'
import PairAnswer from '../../../../client/src/components/leaderboard/pair/PairAnswer.vue'
import FewVotes from '../../../../client/src/components/leaderboard/FewVotes.vue'
import PairCategories from '../../../../client/src/components/leaderboard/pair/PairCategories.vue'
import PairDifference from '../../../../client/src/components/leaderboard/pair/PairDifference.vue'
import PairVotes from '../../../../client/src/components/leaderboard/pair/PairVotes.vue'
import { verdictOf } from '../../../../client/src/components/leaderboard/pair/verdict.js'
import { i18n } from '../../../../client/src/i18n/index.js'
import type { PairView } from '../../../../shared/protocol/leaderboard-views.js'
import { aRow } from './support.js'

const aPair = (overrides: Partial<PairView> = {}): PairView => ({
  slice: {},
  demo: false,
  ranked: true,
  sliceVotes: 500,
  minimumVotes: 100,
  updatedAt: 0,
  a: aRow({ model: 'alpha' }),
  b: aRow({ model: 'beta' }),
  votes: { a: 6, b: 3, tie: 1, both_bad: 0 },
  battles: 9,
  winChance: 0.64,
  better: 0.93,
  difference: 100,
  fixed: { lower: -30, upper: 230 },
  always: { lower: -90, upper: 290 },
  decided: null,
  moreBattles: 40,
  categories: [],
  ...overrides,
})
const answer = (overrides: Partial<PairView>) =>
  mount(PairAnswer, { props: { pair: aPair(overrides) }, global: { plugins: [i18n] } }).text()

describe('the verdict on a pair', () => {
  it.each([
    [0.93, null, 'open', 'a', 0.93],
    [0.2, null, 'open', 'b', 0.8],
    [0.02, 'b', 'decided', 'b', 0.98],
    [0.5, null, 'even', null, 0.5],
    [null, null, 'early', null, null],
  ] as const)('%s sure, decided %s: %s', (better, decided, kind, leader, sure) => {
    const verdict = verdictOf({ better, decided, battles: 2 })
    expect(verdict).toMatchObject({ kind, leader })
    if (sure === null) expect(verdict.sure).toBeNull()
    else expect(verdict.sure).toBeCloseTo(sure)
  })

  it('is that nothing is known only where there is no vote on the two', () => {
    expect(verdictOf({ better: null, decided: null, battles: 0 }).kind).toBe('apart')
  })
})

describe('the answer', () => {
  it('says who is ahead, how sure that is, and what would decide it', () => {
    const text = answer({})
    expect(text).toContain('Is alpha better than beta?')
    expect(text).toContain('alpha is ahead (93% sure)')
    expect(text).toContain('About 40 more battles')
    expect(text).toContain('expected to win 64%')
  })

  it.each([
    [{ decided: 'b' as const, better: 0.01 }, 'beta is the better one.', 'more battles'],
    [{ moreBattles: null }, 'cannot be told', 'About'],
    [{ moreBattles: 13_509 }, 'About 14,000 more', '13,509'],
    [{ moreBattles: 1 }, 'About 1 more battle of', 'cannot'],
    [{ better: null, winChance: null }, 'Too early to tell.', 'no votes'],
    [{ better: null, winChance: null, battles: 0 }, 'Nobody knows yet.', 'expected to win'],
  ])('%j', (overrides, said, unsaid) => {
    expect(answer(overrides)).toContain(said)
    expect(answer(overrides)).not.toContain(unsaid)
  })
})

describe('below the minimum of votes', () => {
  const notice = (overrides: Partial<PairView>) =>
    mount(FewVotes, { props: { of: aPair(overrides) }, global: { plugins: [i18n] } }).text()

  it('the page says that its figures are not firm, and that style is still in them', () => {
    const few = { ranked: false, sliceVotes: 12 }
    expect(notice(few)).toContain('this choice has 12 so far, and it takes 100')
    expect(notice(few)).not.toContain('Style')
    expect(notice({ ...few, slice: { styleControl: true } })).toContain('Style is not taken out')
    expect(notice({ slice: { styleControl: true } })).toBe('')
  })

  it('so does each category that is below it', () => {
    const { categories: _, ...figures } = aPair()
    const text = mount(PairCategories, {
      props: {
        pair: aPair({
          categories: [
            { ...figures, category: 'overall' },
            { ...figures, category: 'code', ranked: false, sliceVotes: 12 },
          ],
        }),
      },
      global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } },
    })
      .findAll('tbody tr')
      .map((row) => row.text())
    expect(text[0]).toContain('93%')
    expect(text[0]).not.toContain('too few votes')
    expect(text[1]).toContain('93% (too few votes for ranks)')
  })
})

describe('the votes on a pair', () => {
  const votes = (overrides: Partial<PairView>) =>
    mount(PairVotes, { props: { pair: aPair(overrides) }, global: { plugins: [i18n] } })

  it('are told one by one, with their shares', () => {
    const text = votes({}).text()
    for (const words of ['10 votes', 'in 9 battles.', 'For alpha', '660%', '330%', '110%'])
      expect(text).toContain(words)
  })

  it('may be none', () => {
    const page = votes({ votes: { a: 0, b: 0, tie: 0, both_bad: 0 }, battles: 0 })
    expect(page.text()).toContain('have not met')
    expect(page.find('dl').exists()).toBe(false)
  })
})

describe('the scale of a difference', () => {
  it('has nought in its middle and room for both intervals, up to a bound', () => {
    const { place } = differenceScale(aPair())
    expect(place(0)).toBe(50)
    expect(place(290)).toBeGreaterThan(90)
    expect(place(290)).toBeLessThan(100)
    expect(place(-290)).toBeCloseTo(100 - place(290))
    const wide = differenceScale(aPair({ always: { lower: -1e6, upper: 1e6 } }))
    expect(wide.place(-1e6)).toBe(0)
    expect(wide.place(400)).toBeGreaterThan(70)
  })

  it('marks the ends of an interval that it does not reach', () => {
    const arrows = (overrides: Partial<PairView>) =>
      mount(PairDifference, { props: { pair: aPair(overrides) }, global: { plugins: [i18n] } })
        .findAll('dd')
        .map((bar) => bar.findAll('[class*=clip-path]').length)
    expect(arrows({})).toEqual([0, 0])
    expect(arrows({ always: { lower: -90, upper: 2000 } })).toEqual([0, 1])
    expect(
      arrows({ fixed: { lower: -3000, upper: 90 }, always: { lower: -5000, upper: 2000 } }),
    ).toEqual([1, 2])
  })
})
