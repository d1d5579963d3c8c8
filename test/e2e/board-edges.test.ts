import { rmSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { folderWith, type Row } from '../support/imported-votes.js'
import { startArena, type TestArena } from '../support/test-arena.js'

const { leaderboard: words } = en

const modelFile = (...names: string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { api_type: 'openai', api_base: 'http://127.0.0.1:9/v1', api_key: 'k', organization: name },
    ]),
  )
const FOUR = modelFile('alpha', 'beta', 'gamma', 'delta')

interface Edge {
  models: Record<string, unknown>
  votes: Row[]
  /** What the page says, each somewhere. */
  says: (string | RegExp)[]
  /** What it does not say: a number that nothing stands behind. */
  never?: RegExp[]
}

const EDGES: Record<string, Edge> = {
  'no votes': { models: FOUR, votes: [], says: [words.empty.title, words.empty.action] },
  'one model': {
    models: modelFile('alpha'),
    votes: [],
    says: [words.empty.title],
    never: [/1,000/],
  },
  'one vote': {
    models: FOUR,
    votes: [['alpha', 'beta', 'model_a']],
    says: [
      /From 1 vote/,
      words.provisional.all,
      words.provisional.reasons.allWins,
      words.provisional.reasons.allLosses,
      words.provisional.reasons.none,
    ],
    never: [/NaN|Infinity/],
  },
  'all wins': {
    models: FOUR,
    votes: [
      ['alpha', 'beta', 'model_a', 30],
      ['beta', 'gamma', 'model_a', 20],
      ['gamma', 'beta', 'model_a', 20],
      ['alpha', 'gamma', 'model_a', 30],
    ],
    says: [words.provisional.reasons.allWins, words.provisional.title],
    never: [/NaN|Infinity/],
  },
  'all ties': {
    models: FOUR,
    votes: [
      ['alpha', 'beta', 'tie', 40],
      ['beta', 'gamma', 'tie (bothbad)', 40],
      ['gamma', 'delta', 'tie', 40],
    ],
    says: [/1–4/],
    never: [/NaN|Infinity/],
  },
  disconnected: {
    models: FOUR,
    votes: [
      ['alpha', 'beta', 'model_a', 40],
      ['alpha', 'beta', 'model_b', 30],
      ['gamma', 'delta', 'model_a', 20],
      ['gamma', 'delta', 'model_b', 20],
    ],
    says: [words.provisional.why, words.provisional.reasons.few],
    never: [/NaN|Infinity/],
  },
}

describe('a leaderboard at its edges', () => {
  const browser = testBrowser()
  let arena: TestArena | undefined
  let folder: string | undefined
  afterEach(async () => {
    await arena?.close()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  it.each(Object.entries(EDGES))('%s: a page that makes sense', async (name, edge) => {
    folder = await folderWith(edge.models, edge.votes)
    arena = await startArena({
      dataDir: folder,
      models: edge.models,
      env: { BOARD_MIN_VOTES: '10' },
    })
    for (const width of [1280, 390]) {
      const page = await browser.newPage(arena.url, { still: true, width })
      await page.goto('/leaderboard')
      for (const text of edge.says) await page.getByText(text).first().waitFor()
      const shown = await page.locator('main').innerText()
      for (const pattern of edge.never ?? []) expect(shown).not.toMatch(pattern)
      expect(await barriers(page)).toEqual([])
      const folderOfShots = process.env.SHOTS
      if (folderOfShots) {
        const path = `${folderOfShots}/${name.replaceAll(' ', '-')}-${width}.png`
        await page.screenshot({ path, fullPage: true })
      }
      await page.close()
    }
  })

  it('is cited in three clicks, and the address shows it as it stood', async () => {
    folder = await folderWith(FOUR, [
      ['alpha', 'beta', 'model_a', 40],
      ['alpha', 'beta', 'model_b', 30],
    ])
    arena = await startArena({ dataDir: folder, models: FOUR })
    const page = await browser.newPage(arena.url, { still: true })
    await page.goto('/leaderboard')
    await page.getByRole('button', { name: words.cite.action }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: words.cite.make }).click()
    const address = await dialog.getByRole('textbox', { name: words.cite.link }).inputValue()
    expect(await barriers(page)).toEqual([])
    const votes = await dialog
      .getByRole('link', { name: words.cite.votesFile })
      .getAttribute('href')
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/cite.png` })
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name: words.snapshot.title }).waitFor()
    await page.getByRole('row').filter({ hasText: 'alpha' }).first().waitFor()
    expect(await barriers(page)).toEqual([])
    if (process.env.SHOTS) {
      await page.screenshot({ path: `${process.env.SHOTS}/snapshot.png`, fullPage: true })
    }
    const file = await page.request.get(votes!)
    expect((await file.text()).trimEnd().split('\n')).toHaveLength(70)
  })
})
