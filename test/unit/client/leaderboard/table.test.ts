import { RouterLinkStub, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import LeaderboardBoard from '../../../../client/src/components/leaderboard/LeaderboardBoard.vue'
import LeaderboardEmpty from '../../../../client/src/components/leaderboard/LeaderboardEmpty.vue'
import LeaderboardFreshness from '../../../../client/src/components/leaderboard/LeaderboardFreshness.vue'
import LeaderboardNews from '../../../../client/src/components/leaderboard/LeaderboardNews.vue'
import LeaderboardTable from '../../../../client/src/components/leaderboard/LeaderboardTable.vue'
import {
  firstSorting,
  type Sorting,
} from '../../../../client/src/components/leaderboard/board-order.js'
import {
  NO_FILTERS,
  type BoardFilters,
} from '../../../../client/src/components/leaderboard/filters/board-filters.js'
import LeaderboardFilters from '../../../../client/src/components/leaderboard/filters/LeaderboardFilters.vue'
import { i18n } from '../../../../client/src/i18n/index.js'
import type { Board, BoardRow, Slice } from '../../../../shared/protocol/leaderboard.js'
import { aBoard, aRow } from './support.js'

// The stub that stands for it otherwise has no body of a table.
const global = {
  plugins: [i18n],
  stubs: { TransitionGroup: false, RouterLink: RouterLinkStub },
}
const ROWS = [
  aRow({
    model: 'first',
    rating: 1093.4,
    lower: 1081.2,
    upper: 1105.9,
    rank: [1, 2],
    votes: 4213,
    organization: 'Org',
    license: 'MIT',
    inputPrice: 2.5,
    outputPrice: 10,
    currency: 'USD',
    knowledgeCutoff: '2026-03',
    averageWinRate: 0.634,
  }),
  aRow({ model: 'second', rating: 1001, rank: [2, 2], version: 2, wins: 10.5 }),
  aRow({ model: 'second', rating: 990, rank: [3, 3], current: false, retired: true }),
  aRow({ model: 'fresh', rating: 1200, rank: null, votes: 3, provisional: true }),
  aRow({ model: 'unseen', rating: null, rank: null, votes: 0, provisional: true }),
]

beforeEach(() => {
  i18n.global.locale.value = 'en'
})

/** A table that keeps its sorting, as its page does. */
function table(rows: BoardRow[] = ROWS) {
  const page = mount(LeaderboardTable, {
    props: {
      rows,
      all: rows,
      slice: {},
      sorting: firstSorting('rank'),
      'onUpdate:sorting': (sorting: Sorting) => void page.setProps({ sorting }),
    },
    global,
  })
  return page
}
/** The choices and the table, as a page has them. */
const Whole = (props: { board: Board; filters: BoardFilters; sorting: Sorting }) => [
  h(LeaderboardFilters, props),
  h(LeaderboardBoard, props),
]
Whole.props = ['board', 'filters', 'sorting', 'onChange']
function board(overrides: Partial<Board>, filters: Partial<BoardFilters> = {}) {
  const page = mount(Whole, {
    props: {
      board: aBoard({ rows: ROWS, ...overrides }),
      filters: { ...NO_FILTERS, ...filters },
      sorting: firstSorting('rank'),
      onChange: (patch: Partial<BoardFilters>) =>
        void page.setProps({ filters: { ...page.props('filters'), ...patch } }),
    },
    global,
  })
  return page
}
const models = (page: ReturnType<typeof table>) =>
  page.findAll('tbody th[scope=row]').map((cell) => cell.get('a').text())

describe('a board by voter', () => {
  it('says that few voters are too few, and nothing where they are enough', () => {
    const voters = { all: 40, fewest: 3, few: true }
    const text = board({ slice: { voterErrors: true }, voters }).text()
    expect(text).toContain('Too few voters to tell')
    expect(text).toContain('3 people voted')
    expect(board({ voters: { ...voters, few: false } }).text()).not.toContain('Too few voters')
  })
})

describe('the table', () => {
  it('is a table with a caption, and tells each figure as text', () => {
    const page = table()
    expect(page.get('caption').text()).toContain('95%')
    const first = page.get('tbody tr').text()
    for (const words of [
      '1–2',
      'first',
      'Org',
      'MIT',
      '1,093',
      '1,081–1,106',
      '4,213',
      '63%',
      '$2.5 / $10',
      '2026-03',
    ]) {
      expect(first).toContain(words)
    }
  })

  it('marks a model that was pointed elsewhere, and one that is no more', () => {
    const [, second, former] = table().findAll('tbody tr')
    expect(second!.text()).toContain('v2')
    expect(second!.text()).not.toContain('Retired')
    expect(former!.text()).toContain('Retired')
  })

  it('puts provisional models under a line that says why, whatever their score', async () => {
    const page = table()
    expect(models(page)).toEqual(['first', 'second', 'second', 'fresh', 'unseen'])
    const line = page.get('th[scope=rowgroup]')
    expect(line.text()).toContain('Too few votes')
    await page.findAll('thead button')[2]!.trigger('click')
    expect(models(page)[0]).toBe('first')
    expect(page.text()).toContain('No votes yet')
    expect(page.text()).toContain('No score yet')
  })

  it('has no line where nothing is provisional', () => {
    const page = table(ROWS.slice(0, 2))
    expect(page.find('th[scope=rowgroup]').exists()).toBe(false)
  })

  it('sorts by the heads of its columns and says so', async () => {
    const page = table()
    const heads = page.findAll('thead th')
    expect(heads[0]!.attributes('aria-sort')).toBe('ascending')
    await heads[1]!.get('button').trigger('click')
    expect(heads[0]!.attributes('aria-sort')).toBeUndefined()
    expect(heads[1]!.attributes('aria-sort')).toBe('ascending')
    await heads[1]!.get('button').trigger('click')
    expect(heads[1]!.attributes('aria-sort')).toBe('descending')
    expect(models(page).slice(0, 3)).toEqual(['second', 'second', 'first'])
  })

  it('keeps the element of a row that changes its place, so that it can slide there', async () => {
    const page = table()
    const first = page.findAll('tbody tr')[0]!.element
    await page.setProps({
      rows: ROWS.map((row) =>
        row.model === 'first' ? { ...row, rank: [4, 4] as [number, number] } : row,
      ),
    })
    expect(models(page).slice(0, 3)).toEqual(['second', 'second', 'first'])
    expect(page.findAll('tbody tr')[2]!.element).toBe(first)
  })

  it('shows where an interval goes on beyond the scale', () => {
    const arrows = (row: Partial<BoardRow>) =>
      table([aRow({ model: 'a' }), aRow({ model: 'b' }), aRow({ model: 'c', ...row })]).findAll(
        '[class*=clip-path]',
      ).length
    expect(arrows({})).toBe(0)
    expect(arrows({ provisional: true, lower: -5_000 })).toBe(1)
    expect(arrows({ provisional: true, lower: null, upper: null })).toBe(2)
  })

  it('writes numbers as the language does', () => {
    i18n.global.locale.value = 'zh-CN'
    expect(table().text()).toContain('名次')
  })
})

describe('the board', () => {
  const shown = (page: ReturnType<typeof board>) =>
    page.findAll('tbody th[scope=row]').map((cell) => cell.get('a').text())

  it('finds a model, and says so when there is none', async () => {
    const page = board({})
    await page.get('input').setValue('FIRST')
    await vi.waitFor(() => expect(shown(page)).toEqual(['first']))
    await page.get('input').setValue('nobody')
    await vi.waitFor(() => expect(page.text()).toContain('No model matches “nobody”.'))
    await page.get('[role=status] button').trigger('click')
    expect(shown(page)).toHaveLength(ROWS.length)
  })

  it('keeps retired models back until they are asked for, and says how many', async () => {
    const page = board({})
    expect(shown(page)).toEqual(['first', 'second', 'fresh', 'unseen'])
    expect(page.text()).toContain('1 model is not shown')
    await page.findAll('button[aria-pressed]')[1]!.trigger('click')
    expect(shown(page)).toHaveLength(ROWS.length)
    expect(page.text()).not.toContain('not shown')
  })

  it('says when there are too few votes for ranks', () => {
    const rows = ROWS.map((row) => ({ ...row, rank: null }))
    const page = board({ ranked: false, votes: 34, minimumVotes: 100, rows })
    expect(page.get('[role=status]').text()).toContain('34 so far')
    expect(page.get('[role=status]').text()).toContain('from 100 on')
    expect(page.findAll('tbody td:first-child').map((cell) => cell.text())).toEqual(
      shown(page).map(() => '–No rank yet'),
    )
    expect(board({}).text()).not.toContain('Too few votes for ranks')
  })

  it('tells what style is worth under style control, and that it may be worth nothing', () => {
    const style = [{ feature: 'length' as const, points: 12.4, lower: -3.2, upper: 28 }]
    expect(board({ style }).text()).toContain('Length+12between −3 and +28')
    const unclear = { feature: 'lists' as const, points: null, lower: null, upper: null }
    expect(board({ style: [...style, unclear] }).text()).toMatch(/\+28ListsNot to be told from/)
    expect(board({ style: [] }).text()).toContain('nothing to take out')
    const few = board({ style: [], ranked: false, votes: 10 }).text()
    expect(few).toContain('Too few votes to tell: there are 10 so far')
    expect(few).not.toContain('nothing to take out')
    expect(board({}).text()).not.toContain('What style is worth')
  })

  it.each([
    [{}, '/api/leaderboard?format=csv'],
    [
      { demo: true, category: 'code' as const },
      '/api/leaderboard?format=csv&category=code&demo=true',
    ],
  ])('of the slice %j can be taken along', (slice, address) => {
    expect(board({ slice }).get('a[download]').attributes('href')).toContain(address)
  })
})

describe('the freshness', () => {
  it('says from how many votes and how long ago, and counts on', async () => {
    vi.useFakeTimers({ now: 10_000 })
    const page = mount(LeaderboardFreshness, {
      props: { votes: 12_408, updatedAt: 10_000 },
      global,
    })
    expect(page.text()).toBe('From 12,408 votes, now')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(page.text()).toBe('From 12,408 votes, 3 seconds ago')
    await page.setProps({ votes: 1, updatedAt: 13_000 })
    expect(page.text()).toBe('From 1 vote, now')
    page.unmount()
    vi.useRealTimers()
  })

  it('is news to a screen reader only now and then', async () => {
    vi.useFakeTimers()
    const page = mount(LeaderboardNews, { props: { votes: 5 }, global })
    expect(page.text()).toBe('')
    const heard = new Set<string>()
    for (let votes = 6; votes < 26; votes += 1) {
      await page.setProps({ votes })
      await vi.advanceTimersByTimeAsync(500)
      if (page.text()) heard.add(page.text())
    }
    expect(heard.size).toBeGreaterThan(0)
    expect(heard.size).toBeLessThan(4)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(page.text()).toContain('25 votes now')
    vi.useRealTimers()
  })
})

describe('a board without votes', () => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', name: 'battle', component: { template: '' } }],
  })
  const empty = (slice: Slice) =>
    mount(LeaderboardEmpty, { props: { slice }, global: { plugins: [i18n, router] } })

  it('leads to the arena', () => {
    expect(empty({ demo: true }).get('a').attributes('href')).toBe('/')
    expect(empty({ demo: true }).find('button').exists()).toBe(false)
  })

  it.each([
    [{ category: 'code' as const, own: true }, 'No votes in this choice yet'],
    [{ own: true }, 'You have no votes yet'],
  ])('of %j says so, and leads to all votes', async (slice, title) => {
    const page = empty(slice)
    expect(page.get('h2').text()).toBe(title)
    await page.get('button').trigger('click')
    expect(page.emitted('widen')).toHaveLength(1)
  })
})
