import { describe, expect, it } from 'vitest'
import {
  filterQuery,
  filterRows,
  filtersOf,
  findRows,
  NO_FILTERS,
  organizationsOf,
} from '../../../../client/src/components/leaderboard/filters/board-filters.js'
import { modelPage, pairPage } from '../../../../client/src/components/leaderboard/model-address.js'
import { pictureOf } from '../../../../client/src/components/leaderboard/pictures/picture-kinds.js'
import { interfaceAddress } from '../../../../client/src/lib/interface-address.js'
import {
  isSameSlice,
  sliceOf,
  sliceQuery,
  withoutSlice,
} from '../../../../client/src/lib/slice-query.js'
import { SLICE_APART } from '../../../../shared/slice-apart.js'
import { Slice } from '../../../../shared/protocol/leaderboard.js'
import { aRow } from './support.js'

const names = (rows: { model: string }[]) => rows.map((row) => row.model)

describe('the slice of an address', () => {
  const ALL: Slice = {
    category: 'code',
    language: 'zh',
    period: '7d',
    styleControl: true,
    excludeTies: true,
    excludeShort: true,
    evenPairs: true,
    allAtOnce: true,
    voterErrors: true,
    own: true,
    demo: false,
  }

  it('comes back as it was, with every field', () => {
    expect(Object.keys(ALL)).toEqual(Object.keys(Slice.shape))
    // Some of them do not go together.
    const { evenPairs, voterErrors, ...styled } = ALL
    const { styleControl, own, ...grouped } = ALL
    for (const slice of [styled, grouped]) expect(sliceOf(sliceQuery(slice))).toEqual(slice)
    expect([evenPairs, voterErrors, styleControl, own]).toEqual([true, true, true, true])
    expect(sliceQuery({})).toEqual({})
  })

  it('is the shortest of those that mean the same', () => {
    const long: Slice = { category: 'overall', period: 'all', own: false, language: undefined }
    expect(sliceQuery(long)).toEqual({})
    expect(isSameSlice(long, {})).toBe(true)
    expect(isSameSlice({ demo: false }, {})).toBe(false)
    expect(isSameSlice({ own: true }, {})).toBe(false)
  })

  it.each(SLICE_APART)('with %s and %s is that of the first, and no error page', (one, other) => {
    expect(sliceOf({ [one]: 'true', [other]: 'true', period: '7d' })).toEqual({
      [one]: true,
      period: '7d',
    })
  })

  it('has nothing that no slice can have, whatever was typed', () => {
    const typed = { category: 'nonsense', period: ['7d', '30d'], own: '1', demo: null, q: 'x' }
    expect(sliceOf(typed)).toEqual({ period: '7d' })
    expect(Slice.safeParse(sliceOf({ language: 'x'.repeat(99) })).success).toBe(true)
    expect(withoutSlice(typed)).toEqual({ q: 'x' })
  })
})

describe('the filters of an address', () => {
  it('come back as they were, and are absent where nothing is filtered', () => {
    const all = { search: 'a b', openWeights: true, organization: 'O&O', price: 0, retired: true }
    expect(filtersOf(filterQuery(all) as Record<string, string>)).toEqual(all)
    expect(Object.values(filterQuery(NO_FILTERS)).every((value) => value === undefined)).toBe(true)
    expect(filtersOf({ price: '-3', open: 'yes' })).toEqual(NO_FILTERS)
  })

  const rows = [
    aRow({ model: 'gpt-5', organization: 'OpenAI', openWeights: false, outputPrice: 10 }),
    aRow({ model: 'llama', organization: 'Meta', openWeights: true, inputPrice: 1 }),
    aRow({ model: 'opus', retired: true }),
  ]

  it.each([
    [{}, ['gpt-5', 'llama']],
    [{ retired: true }, ['gpt-5', 'llama', 'opus']],
    [{ openWeights: true }, ['llama']],
    [{ organization: 'OpenAI' }, ['gpt-5']],
    [{ price: 1, retired: true }, ['llama']],
    [{ search: 'meta', price: 0.5 }, []],
  ])('%j', (filters, left) => {
    expect(names(filterRows(rows, { ...NO_FILTERS, ...filters }))).toEqual(left)
  })

  it('compare prices of the currency that most have, and no others', () => {
    const priced = [
      aRow({ model: 'one', outputPrice: 4, currency: 'USD' }),
      aRow({ model: 'two', outputPrice: 9, currency: 'USD' }),
      aRow({ model: 'yuan', outputPrice: 4, currency: 'CNY' }),
    ]
    expect(names(filterRows(priced, { ...NO_FILTERS, price: 5 }))).toEqual(['one'])
    expect(names(filterRows(priced.slice(2), { ...NO_FILTERS, price: 5 }))).toEqual(['yuan'])
    expect(filterRows(priced, NO_FILTERS)).toHaveLength(3)
  })

  it('search for every word, in models and organisations', () => {
    expect(names(findRows(rows, '  openai GPT '))).toEqual(['gpt-5'])
    expect(findRows(rows, '')).toHaveLength(3)
    expect(findRows(rows, 'gpt opus')).toEqual([])
    expect(organizationsOf(rows)).toEqual(['Meta', 'OpenAI'])
  })
})

describe('addresses', () => {
  it('name a version only where it is not the current one', () => {
    const [now, former] = [aRow({ version: 3 }), aRow({ model: 'm', version: 2, current: false })]
    expect(modelPage(now, { own: true })).toMatchObject({
      query: { name: 'model', version: undefined, own: 'true' },
    })
    expect(pairPage(now, former, {})).toMatchObject({
      query: { a: 'model', aVersion: undefined, b: 'm', bVersion: '2' },
    })
  })

  it('of the interface leave out what is not set, and are safe with any name', () => {
    expect(interfaceAddress('slices')).toBe('api/leaderboard/slices')
    expect(interfaceAddress('pair', { a: 'x&y', b: undefined, demo: 'true' })).toBe(
      'api/leaderboard/pair?a=x%26y&demo=true',
    )
  })

  it('fall back to the first picture', () => {
    expect(pictureOf('time')).toBe('time')
    expect(pictureOf('nonsense')).toBe('scores')
  })
})
