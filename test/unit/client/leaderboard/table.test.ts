import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import LeaderboardBoard from '../../../../client/src/components/leaderboard/LeaderboardBoard.vue'
import LeaderboardEmpty from '../../../../client/src/components/leaderboard/LeaderboardEmpty.vue'
import LeaderboardFreshness from '../../../../client/src/components/leaderboard/LeaderboardFreshness.vue'
import LeaderboardNews from '../../../../client/src/components/leaderboard/LeaderboardNews.vue'
import LeaderboardTable from '../../../../client/src/components/leaderboard/LeaderboardTable.vue'
import { i18n } from '../../../../client/src/i18n/index.js'
import { aBoard, aRow } from './support.js'

// The stub that stands for it otherwise has no body of a table.
const global = { plugins: [i18n], stubs: { TransitionGroup: false } }
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
  }),
  aRow({ model: 'second', rating: 1001, rank: [2, 2], version: 2, wins: 10.5 }),
  aRow({ model: 'second', rating: 990, rank: [3, 3], current: false }),
  aRow({ model: 'fresh', rating: 1200, rank: null, votes: 3, provisional: true }),
  aRow({ model: 'unseen', rating: null, rank: null, votes: 0, provisional: true }),
]

beforeEach(() => {
  i18n.global.locale.value = 'en'
})

const table = () => mount(LeaderboardTable, { props: { rows: ROWS }, global })
const models = (page: ReturnType<typeof table>) =>
  page
    .findAll('tbody th[scope=row]')
    .map((cell) => /^[a-z]+?(?=Org|v2|Retired|\d|$)/.exec(cell.text())?.[0])

describe('the table', () => {
  it('is a table with a caption, and tells each figure as text', () => {
    const page = table()
    expect(page.get('caption').text()).toContain('95 %')
    const first = page.get('tbody tr').text()
    for (const words of [
      '1–2',
      'first',
      'Org',
      'MIT',
      '1,093',
      '+13 −12',
      '4,213',
      '50 · 30 · 20',
    ]) {
      expect(first).toContain(words)
    }
    expect(first).toContain('between 1,081 and 1,106')
    expect(page.text()).toContain('10.5 · 30 · 20')
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
    expect(page.text()).toContain('No score yet')
  })

  it('has no line where nothing is provisional', () => {
    const page = mount(LeaderboardTable, { props: { rows: ROWS.slice(0, 2) }, global })
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

  it('writes numbers as the language does', () => {
    i18n.global.locale.value = 'zh-CN'
    expect(table().text()).toContain('名次')
  })
})

describe('the board', () => {
  it('finds a model, and says so when there is none', async () => {
    const page = mount(LeaderboardBoard, { props: { board: aBoard({ rows: ROWS }) }, global })
    await page.get('input').setValue('FIRST')
    await vi.waitFor(() => expect(page.findAll('th[scope=row]')).toHaveLength(1))
    await page.get('input').setValue('nobody')
    expect(page.text()).toContain('No model matches “nobody”.')
  })

  it.each([
    [false, '/api/leaderboard?format=csv'],
    [true, '/api/leaderboard?format=csv&demo=true'],
  ])('of demo models (%s) can be taken along', (demo, address) => {
    const page = mount(LeaderboardBoard, { props: { board: aBoard({ demo }) }, global })
    expect(page.get('a[download]').attributes('href')).toContain(address)
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
  it('leads to the arena', () => {
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/', name: 'battle', component: { template: '' } }],
    })
    const page = mount(LeaderboardEmpty, { global: { plugins: [i18n, router] } })
    expect(page.get('a').attributes('href')).toBe('/')
  })
})
