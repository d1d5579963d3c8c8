import { RouterLinkStub, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import {
  chanceText,
  countText,
  intervalText,
  percentText,
  pricesText,
  provisionalReason,
  rankText,
  signed,
} from '../../../../client/src/components/leaderboard/figures.js'
import {
  cellsOf,
  metOf,
} from '../../../../client/src/components/leaderboard/pictures/matrix-cells.js'
import { csvOf } from '../../../../client/src/components/leaderboard/pictures/numbers.js'
import {
  linesOf,
  timeOf,
} from '../../../../client/src/components/leaderboard/pictures/over-time.js'
import PictureFrame from '../../../../client/src/components/leaderboard/pictures/PictureFrame.vue'
import {
  isLogarithmic,
  pricePoints,
} from '../../../../client/src/components/leaderboard/pictures/price-points.js'
import {
  languageChoices,
  languageName,
} from '../../../../client/src/components/leaderboard/slices/slice-options.js'
import { i18n } from '../../../../client/src/i18n/index.js'
import type { Matrices, SliceList } from '../../../../shared/protocol/leaderboard-views.js'
import { aRow } from './support.js'

const n = (value: number, options?: Intl.NumberFormatOptions) => value.toLocaleString('en', options)

describe('figures', () => {
  it.each([
    [rankText([2, 4], n), '2–4'],
    [rankText([3, 3], n), '3'],
    [rankText(null, n), null],
    [percentText(0.634, n), '63%'],
    [chanceText(0.99999, n), '> 99.9%'],
    [chanceText(0.00001, n), '< 0.1%'],
    [chanceText(0.995, n), '99.5%'],
    [chanceText(0.5, n), '50%'],
    [signed(12.4, n), '+12'],
    [signed(-1234.5, n), '−1,234'],
    [signed(-0.2, n), '0'],
    [countText(10.5, n), '10.5'],
    [intervalText(aRow({ rating: 1000 }), n), '980–1,020'],
    [pricesText(aRow({ inputPrice: 0.15, outputPrice: 0.6, currency: 'USD' }), n), '$0.15 / $0.6'],
    [pricesText(aRow({ outputPrice: 7, currency: 'credits' }), n), '– / 7'],
    [pricesText(aRow(), n), null],
  ])('%s is %s', (found, text) => expect(found).toBe(text))

  it('tell why a place is not firm', () => {
    const reason = (wins: number, losses: number, votes: number) =>
      provisionalReason(aRow({ wins, losses, votes }))
    expect([reason(0, 0, 0), reason(3, 0, 3), reason(0, 2, 2), reason(1, 1, 2)]).toEqual([
      'none',
      'allWins',
      'allLosses',
      'few',
    ])
  })
})

describe('matrices', () => {
  const model = (name: string) => ({ model: name, version: 1, current: true })
  const matrices: Matrices = {
    slice: {},
    demo: false,
    votes: 3,
    ranked: true,
    minimumVotes: 2,
    updatedAt: 0,
    models: ['a', 'b', 'unmet'].map(model),
    battles: [
      [0, 3, 0],
      [3, 0, 0],
      [0, 0, 0],
    ],
    wins: [
      [null, 0, null],
      [1, null, null],
      [null, null, null],
    ],
    predicted: [
      [null, 0.4, 0.3],
      [0.6, null, 0.4],
      [0.7, 0.6, null],
    ],
  }

  it('leave out models of which they have nothing to say, and keep a share of nought', () => {
    const wins = metOf(matrices, 'wins')
    expect(wins.models.map(({ model }) => model)).toEqual(['a', 'b'])
    expect(cellsOf(wins.values)).toEqual([
      [0, 1, 0],
      [1, 0, 1],
    ])
    expect(cellsOf(metOf(matrices, 'battles').values)).toEqual([
      [0, 1, 3],
      [1, 0, 3],
    ])
    expect(metOf(matrices, 'predicted').models).toHaveLength(3)
    expect(wins.without).toBe(1)
    const turned = metOf(matrices, 'wins', matrices.models.toReversed())
    expect(turned.models.map(({ model }) => model)).toEqual(['b', 'a'])
    expect(cellsOf(turned.values)).toEqual([
      [0, 1, 1],
      [1, 0, 0],
    ])
  })
})

describe('prices', () => {
  it('are those of one currency; the rest is counted', () => {
    const found = pricePoints([
      aRow({ model: 'a', outputPrice: 5, currency: 'USD' }),
      aRow({ model: 'b', inputPrice: 1, currency: 'USD' }),
      aRow({ model: 'c', outputPrice: 9, currency: 'CNY' }),
      aRow({ model: 'd' }),
      aRow({ model: 'e', outputPrice: 2, currency: 'USD', rating: null }),
    ])
    expect(found.currency).toBe('USD')
    expect(found.points.map(({ row, price }) => [row.model, price])).toEqual([
      ['a', 5],
      ['b', 1],
    ])
    expect(found.without).toBe(2)
    expect(pricePoints([])).toEqual({ currency: undefined, points: [], without: 0 })
  })

  it.each([
    [[1, 20], false],
    [[1, 21], true],
    [[0, 100], false],
  ])('%j by ratios: %s', (prices, is) => expect(isLogarithmic(prices)).toBe(is))
})

describe('scores over time', () => {
  const point = (rating: number) => ({
    day: '2026-11-27',
    rating,
    lower: rating,
    upper: rating,
    rank: null,
    votes: 1,
  })

  it('have the best of today first, and no line without a point', () => {
    const line = (model: string, ratings: number[]) => ({
      model,
      version: 1,
      current: true,
      points: ratings.map(point),
    })
    const models = [line('fell', [1200, 900]), line('rose', [900, 1200]), line('new', [])]
    expect(linesOf({ models }).map(({ model }) => model)).toEqual(['rose', 'fell'])
    expect(timeOf('1970-01-02')).toBe(86_400_000)
  })
})

describe('languages', () => {
  const list = { languages: [{ value: 'en', votes: 3 }] } as unknown as SliceList

  it('are those with votes, and the one that is asked for', () => {
    expect(languageChoices(list, 'zh')).toEqual([
      { value: 'en', votes: 3 },
      { value: 'zh', votes: 0 },
    ])
    expect(languageChoices(list, 'en')).toEqual(list.languages)
    expect(languageChoices(null, 'nonsense')).toEqual([])
  })

  it('have a name in the language of the page', () => {
    expect(languageName('zh', 'en')).toBe('Chinese')
    expect(languageName('en', 'zh-CN')).toBe('英语')
    expect(languageName('not a language', 'en')).toBeNull()
  })
})

describe('a picture', () => {
  const numbers = {
    columns: [{ label: 'Model' }, { label: 'Share, in all', format: 'percent' as const }],
    rows: [
      { cells: ['say "hi"', 0.25], to: [{ name: 'leaderboard-model' }] },
      { cells: ['b', null] },
    ],
  }
  const frame = () =>
    mount(PictureFrame, {
      props: { title: 'A title', numbers, file: 'a-file' },
      slots: { default: '<b>drawing</b>' },
      global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } },
    })

  it('shows its numbers on demand as a table, each row with its name', async () => {
    const page = frame()
    expect(page.find('table').exists()).toBe(false)
    const button = page.get('button[aria-expanded]')
    await button.trigger('click')
    expect(button.attributes('aria-expanded')).toBe('true')
    expect(page.get(`#${button.attributes('aria-controls')} caption`).text()).toBe('A title')
    expect(page.findAll('th[scope=col]').map((cell) => cell.text())).toEqual([
      'Model',
      'Share, in all',
    ])
    expect(page.findAll('tbody tr').map((row) => row.text())).toEqual(['say "hi"25%', 'b–'])
    expect(page.findAll('tbody th[scope=row]')).toHaveLength(2)
  })

  it('gives them as a file', async () => {
    expect(csvOf(numbers)).toBe('Model,"Share, in all"\r\n"say ""hi""",0.25\r\nb,\r\n')
    const page = frame()
    const made: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob)
      return 'blob:a'
    })
    const names: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download)
    })
    await page.findAll('button')[1]!.trigger('click')
    expect(names).toEqual(['a-file.csv'])
    expect(await made[0]!.text()).toContain(csvOf(numbers))
    vi.restoreAllMocks()
  })

  it('says so where there is nothing to draw', () => {
    const page = mount(PictureFrame, {
      props: { title: 'A title', numbers: { columns: [], rows: [] }, file: 'x' },
      slots: { default: '<b>drawing</b>' },
      global: { plugins: [i18n] },
    })
    expect(page.text()).toContain('nothing to draw yet')
    expect(page.text()).not.toContain('drawing')
    expect(page.find('button').exists()).toBe(false)
  })
})
