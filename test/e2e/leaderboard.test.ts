import type { Page } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { zhCN } from '../../client/src/i18n/locales/zh-CN.js'
import type { Choice } from '#shared/vocabulary'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { TestPerson } from '../support/test-person.js'
import { button, sentence } from './arena-page.js'

const { leaderboard: words, charts: pictures } = en

/** Two models of whom all is known that a board can show. */
const models = (url: string) =>
  Object.fromEntries(
    ['alpha', 'beta'].map((name, i) => [
      name,
      {
        model_name: `${name}-1`,
        api_type: 'openai',
        api_base: `${url}/v1`,
        api_key: `key-${name}`,
        organization: `Org ${name}`,
        license: i === 0 ? 'MIT' : 'Proprietary',
        input_price: 1 + i,
        output_price: 4 + 4 * i,
        knowledge_cutoff: '2026-03',
      },
    ]),
  )

describe('the leaderboard', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena
  let voter: TestPerson

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({
      models: models(upstream.url),
      env: { VOTE_GRACE_MS: '0', BOARD_MIN_VOTES: '3' },
    })
    voter = await TestPerson.arrive(arena.url)
    for (const choice of ['a', 'b', 'tie', 'a', 'b'] as const) await vote(choice)
  })
  afterAll(async () => {
    voter.leave()
    await arena.close()
    await upstream.close()
  })

  async function vote(choice: Choice, text = 'Why is the sky blue today?'): Promise<void> {
    const { conversationId, turn } = await voter.does('conversation:start', {
      mode: 'battle',
      text,
    })
    await voter.hears('turn:done', (done) => done.conversationId === conversationId)
    await voter.does('vote:cast', { conversationId, turn, choice })
  }
  async function visit(path: string, options: Parameters<typeof browser.newPage>[1] = {}) {
    const page = await browser.newPage(arena.url, { still: true, ...options })
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }
  /** By how much the page and its content are too wide; a chart follows the window a frame later. */
  const sideways = (page: Page) =>
    page.evaluate(() =>
      [document.documentElement, document.querySelector('main')!].map(
        (box) => box.scrollWidth - box.clientWidth,
      ),
    )
  const row = (page: Page, model: string) =>
    page.getByRole('row').filter({ hasText: model }).first()
  const chart = (page: Page) => page.locator('figure svg text').first()

  it.each([
    ['/leaderboard', 'en-US'],
    ['/leaderboard?picture=wins&styleControl=true', 'en-US'],
    ['/leaderboard?picture=price', 'zh-CN'],
    ['/leaderboard?category=vision&own=true', 'en-US'],
    ['/leaderboard/pair?a=alpha&b=beta', 'en-US'],
    ['/leaderboard/pair?a=alpha', 'zh-CN'],
  ])('%s has no barriers, on a desk and a phone, in light and dark (%s)', async (path, locale) => {
    const page = await visit(path, { locale })
    await page.getByLabel(/^(Period|时间)$/).waitFor()
    const found: string[] = []
    for (const width of [1280, 390]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 844 })
        await page.emulateMedia({ colorScheme })
        await expect.poll(() => sideways(page), { message: `${width}` }).toEqual([0, 0])
        found.push(...(await barriers(page)).map((line) => `${width} ${colorScheme}: ${line}`))
      }
    }
    expect(found).toEqual([])
  })

  it('changes in another browser within a second of a vote', async () => {
    const page = await visit('/leaderboard')
    const count = async () => Number(await row(page, 'alpha').getByRole('cell').nth(3).innerText())
    await row(page, 'alpha').waitFor()
    const before = await count()
    await vote('a')
    await expect.poll(count, { timeout: 1_000, interval: 20 }).toBe(before + 1)
  })

  it('has its slice and its filters in the address, and back undoes them', async () => {
    const page = await visit('/leaderboard')
    await row(page, 'alpha').waitFor()
    await page.getByLabel(words.slices.category).selectOption('vision')
    await page.getByRole('heading', { name: words.empty.slice.title }).waitFor()
    await page.getByText(words.rules.vision).first().waitFor()
    expect(new URL(page.url()).search).toBe('?category=vision')
    await page.goBack()
    await row(page, 'alpha').waitFor()
    await button(page, words.filters.openWeights).click()
    await row(page, 'beta').waitFor({ state: 'detached' })
    await row(page, 'alpha').waitFor()
    await page.getByRole('searchbox').fill('zzz')
    await page.getByText(sentence(words.notFound, { search: 'zzz' })).waitFor()
    const shared = await visit(new URL(page.url()).pathname + new URL(page.url()).search)
    await shared.getByText(sentence(words.notFound, { search: 'zzz' })).waitFor()
  })

  it('says that a slice has too few votes, and ranks nobody there', async () => {
    await vote('a', 'Write a Python function that adds two numbers')
    const page = await visit('/leaderboard?category=code')
    await page.getByText(/^Too few votes for ranks/).waitFor()
    expect(await row(page, 'alpha').getByRole('cell').first().innerText()).toContain('–')
  })

  it('draws every picture under the policy of the page, with its numbers and a file', async () => {
    const page = await visit('/leaderboard')
    for (const kind of ['scores', 'wins', 'battles', 'predicted', 'price', 'time'] as const) {
      await page.getByRole('tab', { name: pictures[kind].tab, exact: true }).click()
      await page.getByRole('heading', { name: pictures[kind].title }).waitFor()
      await chart(page).waitFor()
      await button(page, pictures.showNumbers).click()
      const table = page.getByRole('table', { name: pictures[kind].title })
      await table.getByRole('rowheader', { name: 'alpha' }).first().waitFor()
      const started = page.waitForEvent('download')
      await button(page, sentence(pictures.csvLabel, { title: pictures[kind].title })).click()
      const file = await (await started).path()
      expect(await readFile(file, 'utf8')).toMatch(/\r\nalpha,/)
    }
  })

  it('leads by the keyboard to a model, to a pair, and from a matrix to the same pair', async () => {
    const page = await visit('/leaderboard?picture=wins')
    await row(page, 'alpha')
      .getByRole('link', { name: sentence(words.compare, { model: 'alpha' }) })
      .press('Enter')
    await page.getByText(en.pair.incomplete).waitFor()
    await page.getByRole('button', { name: en.pair.model.b }).press('Enter')
    await page.getByRole('option', { name: /beta/ }).waitFor()
    await page.keyboard.type('beta')
    await page.keyboard.press('Enter')
    const asked = sentence(en.pair.question, { a: 'alpha', b: 'beta' })
    await page.getByRole('heading', { name: asked }).waitFor()
    const { pathname, search } = new URL(page.url())
    await page.getByRole('link', { name: words.back }).press('Enter')
    await page.getByRole('tab', { name: pictures.wins.tab, exact: true }).click()
    await button(page, pictures.showNumbers).press('Enter')
    await page
      .getByRole('table', { name: pictures.wins.title })
      .getByRole('row', { name: 'alpha' })
      .getByRole('link')
      .press('Enter')
    await page.getByRole('heading', { name: asked }).waitFor()
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(pathname + search)
  })

  it('is the only page that loads the library of charts', async () => {
    const page = await browser.newPage(arena.url, { still: true })
    const scripts: string[] = []
    page.on('request', (request) => scripts.push(request.url()))
    const charts = () => scripts.filter((url) => url.includes('BoardChart'))
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(charts()).toEqual([])
    await page.getByRole('link', { name: en.shell.nav.leaderboard }).click()
    await chart(page).waitFor()
    expect(charts()).not.toEqual([])
  })

  it('speaks Chinese', async () => {
    const page = await visit('/leaderboard?language=en', { locale: 'zh-CN' })
    await page.getByRole('heading', { name: zhCN.leaderboard.title }).waitFor()
    await page.getByText(zhCN.leaderboard.rules.language).first().waitFor()
    await row(page, 'alpha').waitFor()
  })
})
