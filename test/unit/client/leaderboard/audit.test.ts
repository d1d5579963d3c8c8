import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import BoardAudit from '../../../../client/src/components/leaderboard/audit/BoardAudit.vue'
import {
  drawNumbers,
  voteNumbers,
} from '../../../../client/src/components/leaderboard/audit/audit-numbers.js'
import { csvOf } from '../../../../client/src/components/leaderboard/pictures/numbers.js'
import { i18n } from '../../../../client/src/i18n/index.js'
import type { Draws } from '../../../../shared/protocol/leaderboard-views.js'
import { UNRATED_REASONS } from '../../../../shared/vocabulary.js'

const asked: string[] = []
let answer: object
vi.mock('../../../../client/src/lib/http.js', () => ({
  http: (_: string, path: string) => {
    asked.push(path)
    return Promise.resolve(answer)
  },
}))

const model = (name: string, over: Partial<Draws['models'][number]> = {}) => ({
  ...{ model: name, version: 1, current: true, retired: false, hidden: false },
  ...{ draws: 10, share: 0.25, ...over },
})
const draws: Draws = {
  demo: false,
  battles: 20,
  until: '2026-11-26',
  models: [
    model('alpha', { draws: 20, share: 0.5 }),
    model('gone, "late"', { retired: true, current: false, version: 2 }),
    model('secret', { hidden: true }),
  ],
  rated: 1234,
  unrated: { too_fast: 3, withdrawn: 1 },
}
const { t } = i18n.global

beforeEach(() => {
  i18n.global.locale.value = 'en'
  setActivePinia(createPinia())
  asked.length = 0
  answer = { ok: true, data: draws }
})

async function opened() {
  const page = mount(BoardAudit, {
    props: { demo: false },
    global: { plugins: [i18n], stubs: { RouterLink: true } },
  })
  const before = asked.length
  const details = page.get('details')
  details.element.open = true
  await details.trigger('toggle')
  await flushPromises()
  return { page, before }
}

describe('the open books', () => {
  it('give no figure of draws before the first day has ended', () => {
    const { rows } = drawNumbers({ ...draws, battles: 0, until: null }, t)
    expect(rows.map(({ cells }) => cells.slice(2))).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ])
  })

  it('are asked for when they are opened, and no sooner', async () => {
    const { page, before } = await opened()
    expect(before).toBe(0)
    expect(asked).toEqual([expect.stringMatching(/draws\?demo=false$/)])
    const [models, votes] = page.findAll('table').map((table) => table.text())
    for (const word of ['alpha', 'Takes part', 'v2', 'Retired', 'Met in battles only', '50%']) {
      expect(models).toContain(word)
    }
    for (const word of ['1,234', 'faster than anyone reads', 'withdrawn by an admin']) {
      expect(votes).toContain(word)
    }
    expect(votes).not.toContain('excluded')
    expect(page.text()).toContain('20 battles up to 2026-11-26')
  })

  it('say why there are no draws yet, and that they cannot be had', async () => {
    answer = { ok: true, data: { ...draws, until: null, battles: 0 } }
    expect((await opened()).page.text()).toContain('once a day has ended')
    answer = { ok: false, error: { code: 'internal', message: '' } }
    const { page } = await opened()
    expect(page.findAll('table')).toEqual([])
    expect(page.text()).not.toBe('')
    expect(page.find('button').exists()).toBe(true)
  })

  it('are CSV too, with a row for whatever there is', () => {
    const [head, ...rows] = csvOf(drawNumbers(draws, t)).trim().split('\r\n')
    expect(head).toBe('Model,State,Draws,Share of seats')
    expect(rows).toEqual([
      'alpha,Takes part,20,0.5',
      '"gone, ""late"" v2",Retired,10,0.25',
      'secret,Met in battles only,10,0.25',
    ])
    const all = Object.fromEntries(UNRATED_REASONS.map((reason, i) => [reason, i + 1]))
    const lines = csvOf(voteNumbers({ ...draws, unrated: all }, t))
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength(2 + UNRATED_REASONS.length)
    expect(new Set(lines).size).toBe(lines.length)
  })
})
