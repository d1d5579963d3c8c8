import { describe, expect, it } from 'vitest'
import { ago } from '../../../../client/src/lib/ago.js'
import {
  firstSorting,
  nextSorting,
  sortRows,
  sortingOf,
  sortingWord,
} from '../../../../client/src/components/leaderboard/board-order.js'
import {
  intervalScale,
  placeOn,
} from '../../../../client/src/components/leaderboard/interval-scale.js'
import { aRow } from './support.js'

const names = (rows: { model: string }[]) => rows.map((row) => row.model)

describe('the order of a board', () => {
  const rows = [
    aRow({ model: 'b', rating: 1100, rank: [1, 2], votes: 10 }),
    aRow({ model: 'a', rating: 1120, rank: [1, 2], votes: 30 }),
    aRow({ model: 'c', rating: 900, rank: [3, 3], votes: 20 }),
    aRow({ model: 'z', rating: null, rank: null, votes: 0 }),
    aRow({ model: 'y', rating: null, rank: null, votes: 0 }),
  ]

  it.each([
    ['rank', ['a', 'b', 'c', 'z', 'y']],
    ['rating', ['a', 'b', 'c', 'z', 'y']],
    ['votes', ['a', 'c', 'b', 'z', 'y']],
    ['model', ['a', 'b', 'c', 'y', 'z']],
  ] as const)('by %s begins as it is most often wanted', (key, order) => {
    expect(names(sortRows(rows, firstSorting(key)))).toEqual(order)
  })

  it('turns round when the same column is asked for again, and leaves the board as it was', () => {
    const sorting = nextSorting(firstSorting('votes'), 'votes')
    expect(sorting).toEqual({ key: 'votes', descending: false })
    expect(names(sortRows(rows, sorting))).toEqual(['z', 'y', 'b', 'c', 'a'])
    expect(nextSorting(sorting, 'model')).toEqual({ key: 'model', descending: false })
    expect(names(rows)).toEqual(['b', 'a', 'c', 'z', 'y'])
  })

  it('puts who has no value last, in both directions', () => {
    const priced = [aRow({ model: 'free', outputPrice: 0 }), aRow({ model: 'unknown' })]
    priced.push(aRow({ model: 'dear', inputPrice: 9 }))
    const sorting = firstSorting('price')
    expect(names(sortRows(priced, sorting))).toEqual(['free', 'dear', 'unknown'])
    expect(names(sortRows(priced, nextSorting(sorting, 'price')))).toEqual([
      'dear',
      'free',
      'unknown',
    ])
    expect(names(sortRows(rows, { key: 'rating', descending: false }))[0]).toBe('c')
  })

  it.each([
    [undefined, 'rank', false, null],
    ['votes', 'votes', true, 'votes'],
    ['-votes', 'votes', false, '-votes'],
    ['-rank', 'rank', true, '-rank'],
    ['nonsense', 'rank', false, null],
  ])('%s in an address is by %s', (word, key, descending, again) => {
    const sorting = sortingOf(word)
    expect(sorting).toEqual({ key, descending })
    expect(sortingWord(sorting)).toBe(again)
  })
})

describe('the scale of the intervals', () => {
  it('holds every settled interval and every rating', () => {
    const rows = [
      aRow({ rating: 1100, lower: 1080, upper: 1120 }),
      aRow({ rating: 900, lower: 850, upper: 950 }),
      aRow({ rating: 700, lower: -3000, upper: 9000, provisional: true }),
    ]
    const scale = intervalScale(rows)!
    expect(scale.min).toBeLessThan(700)
    expect(scale.min).toBeGreaterThan(600)
    expect(scale.max).toBeGreaterThan(1120)
    expect(scale.max).toBeLessThan(1200)
    expect(placeOn(scale, -3000)).toBe(0)
    expect(placeOn(scale, 9000)).toBe(100)
    expect(placeOn(scale, (scale.min + scale.max) / 2)).toBeCloseTo(50)
  })

  it('stays readable while all models are provisional and nothing is sure', () => {
    const scale = intervalScale([
      aRow({ rating: 1000, lower: -1e6, upper: 1e6, provisional: true }),
    ])!
    expect(scale.max - scale.min).toBeLessThan(800)
  })

  it.each([1, 7, 40, 90, 300, 1000, 9000])(
    'has one to four round marks over %d points',
    (width) => {
      const scale = intervalScale([
        aRow({ rating: 1003, lower: 1003 - Math.min(width, 300), upper: 1003 }),
        aRow({ rating: 1003 + width, lower: 1003 + width, upper: 1003 + width }),
      ])!
      expect(scale.ticks.length).toBeGreaterThanOrEqual(1)
      expect(scale.ticks.length).toBeLessThanOrEqual(5)
      for (const tick of scale.ticks) {
        expect(tick % 10).toBe(0)
        expect(tick).toBeGreaterThanOrEqual(scale.min)
        expect(tick).toBeLessThanOrEqual(scale.max)
      }
    },
  )

  it('is none where nothing is rated', () => {
    expect(intervalScale([aRow({ rating: null })])).toBeNull()
  })
})

describe('how long ago', () => {
  it.each([
    [0, 'now'],
    [-5_000, 'now'],
    [3_000, '3 seconds ago'],
    [61_000, '1 minute ago'],
    [7_200_000, '2 hours ago'],
    [90_000_000, 'yesterday'],
  ])('%d ms is %s', (passed, words) => {
    expect(ago(1_000_000, 1_000_000 + passed, 'en')).toBe(words)
  })

  it('is told in the language of the page', () => {
    expect(ago(0, 3_000, 'zh-CN')).toBe('3秒钟前')
  })
})
