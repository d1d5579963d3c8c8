import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FIRST_LOAD_KB, firstLoad, sumOf } from '../../support/first-load.js'
import { composer, untilVotable } from '../../e2e/arena-page.js'
import { BROWSER_ARGUMENTS, CHROMIUM } from '../../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { expectGoals } from '../support/goals.js'
import { report } from '../support/report.js'
import { piecesOf } from './answer.js'
import { workOf, type Work } from './main-thread.js'
import { naiveBundle } from './naive-bundle.js'

const ASSETS = 'dist/client/assets'
const KB = 1_000
const ANSWER = 20 * KB
/** Of both sides together. */
const FRAMES = 400
/** Between two pieces of one side, in milliseconds. */
const PIECE_MS = 40
const THROTTLE = 4

let browser: Browser
let upstream: FakeUpstream
let arena: TestArena

beforeAll(async () => {
  execFileSync(process.execPath, ['bin/build.mjs'])
  browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGUMENTS })
  upstream = await startFakeUpstream()
  // Every piece is a frame of its own.
  const env = { FRAME_MS: '5', BLIND_PACE: 'off' }
  arena = await startArena({ models: twoModels(upstream.url), env })
})
afterAll(async () => {
  await browser.close()
  await arena.close()
  await upstream.close()
})

async function withPage<T>(use: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    baseURL: arena.url,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
  })
  context.setDefaultTimeout(600_000)
  const result = await use(await context.newPage(), context)
  await context.close()
  return result
}

async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
}

const answers = (characters: number, frames: number) =>
  upstream.script(() => ({ text: piecesOf(characters, frames / 2), chunkMs: PIECE_MS }))

/** The page of the product, from the press of Enter until both answers can be voted on. */
const ours = (characters: number, frames: number): Promise<Work> =>
  withPage(async (page) => {
    answers(characters, frames)
    await page.goto('/')
    await composer(page).fill('Measure')
    await page.waitForLoadState('networkidle')
    await throttle(page)
    const work = await workOf(browser, page, async () => {
      await composer(page).press('Enter')
      await untilVotable(page)
    })
    const shown = await page.getByRole('article').locator('.md').allInnerTexts()
    expect(shown.map((text) => text.length > characters / 2)).toEqual([true, true])
    return work
  })

const naive = (script: string, characters: number, frames: number) =>
  withPage(async (page) => {
    answers(characters, frames)
    const styles = readdirSync(ASSETS).find((name) => /^index-.*\.css$/.test(name))
    // Its session comes from the arena, the page and its script from here.
    await page.goto('/about')
    await page.route('**/naive', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><link rel="stylesheet" href="/assets/${styles}"><script type="module" src="/naive.js"></script>`,
      }),
    )
    await page.route('**/naive.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: script }),
    )
    await page.goto('/naive')
    await page.waitForFunction('window.ready')
    await throttle(page)
    const work = await workOf(browser, page, async () => {
      await page.evaluate("window.begin('Measure')")
      await page.waitForFunction("document.title === 'done'")
    })
    return { ...work, frames: await page.evaluate<number>('window.frames') }
  })

it('the first load of the arena is light', async () => {
  const scripts = await withPage(firstLoad)
  report(
    'client-load',
    scripts.map((each) => ({ ...each })),
  )
  expectGoals('client-load-goals', [
    { figure: 'JavaScript, gzip KB', is: sumOf(scripts), most: FIRST_LOAD_KB },
  ])
})

it('two answers that stream cost a fraction of what rendering them anew costs', async () => {
  const once = await ours(ANSWER, FRAMES)
  const twice = await ours(2 * ANSWER, 2 * FRAMES)
  const again = await naive(await naiveBundle(), ANSWER, FRAMES)
  const row = (page: string, { total, longest }: Work) => ({
    page,
    'total ms': total,
    'longest ms': longest,
  })
  report('client-stream', [
    row('ours', once),
    row('ours, twice as long', twice),
    row(`naive (${again.frames} frames)`, again),
  ])
  // The server may put two pieces into one frame where the machine is busy, seldom enough to change nothing.
  expect(again.frames).toBeGreaterThan(0.9 * FRAMES)
  expectGoals('client-stream-goals', [
    { figure: 'longest task, of naive', is: once.longest / again.longest, most: 0.2 },
    { figure: 'total, of naive', is: once.total / again.total, most: 0.1 },
    { figure: 'total when twice as long', is: twice.total / once.total, most: 2.5 },
  ])
})
