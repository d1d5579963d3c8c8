import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { button, composer } from './arena-page.js'

describe('a part of the page that cannot be loaded', () => {
  const browser = testBrowser()
  let arena: TestArena

  beforeAll(async () => {
    arena = await startArena()
  })
  afterAll(() => arena.close())

  const BOARD = /LeaderboardView-.*\.js/
  const gone = (route: Route) => route.fulfill({ status: 404 })
  const toBoard = (page: Page) =>
    page.getByRole('link', { name: en.shell.nav.leaderboard, exact: true }).first().click()
  const open = async () => {
    browser.tolerate(/404|Failed to fetch/)
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    await composer(page).fill('Half a prompt')
    return page
  }
  /** As a page is that was loaded before the server was updated. */
  const makeOld = (page: Page) =>
    page.evaluate(() =>
      document.querySelector('script[type="module"]')?.setAttribute('src', './assets/old.js'),
    )

  it('is there after an update of the server, where somebody was going, and the draft is kept', async () => {
    const page = await open()
    await makeOld(page)
    await page.route(BOARD, gone, { times: 1 })
    await toBoard(page)
    await page.getByRole('heading', { level: 1, name: en.leaderboard.title }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/leaderboard')
    await page.goBack()
    expect(await composer(page).inputValue()).toBe('Half a prompt')
  })

  it('is told of where there was no update, and no page loads for ever', async () => {
    const page = await open()
    await page.route(BOARD, gone)
    await toBoard(page)
    await page.getByText(en.shell.part.missing).waitFor()
    expect(await composer(page).inputValue()).toBe('Half a prompt')
    await page.unroute(BOARD)
    await button(page, en.shell.part.reload).click()
    await toBoard(page)
    await page.getByRole('heading', { level: 1, name: en.leaderboard.title }).waitFor()
  })
})
