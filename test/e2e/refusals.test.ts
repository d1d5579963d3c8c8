import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { zhCN } from '../../client/src/i18n/locales/zh-CN.js'
import { testBrowser } from '../support/browser.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { ask, composer, untilVotable } from './arena-page.js'

/** Resolves when the page says so, and the box still holds what was sent. */
async function refused(page: Page, said: string, text: string): Promise<void> {
  await page.getByText(said).waitFor()
  expect(await composer(page).inputValue()).toBe(text)
}

describe('what is refused stays in the box', () => {
  const browser = testBrowser()
  const arenas: TestArena[] = []
  // After the pages: one whose server is gone complains.
  afterAll(() => Promise.all(arenas.map((arena) => arena.close())))

  async function open(env: Record<string, string>): Promise<TestArena> {
    const arena = await startArena({ env })
    arenas.push(arena)
    return arena
  }

  it('by a limit, with which one it was and when it works again', async () => {
    const arena = await open({ LIMITS: 'public', PROMPTS_PER_MINUTE: '1' })
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    await ask(page, 'Why is the sky blue?')
    await untilVotable(page)
    await ask(page, 'And the sea?')
    await refused(page, en.limits.session.prompts, 'And the sea?')
    await page.getByText(/It works again in about \d+ s/).waitFor()
  })

  it('by the moderation', async () => {
    const arena = await open({ MODERATION: 'words' })
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    await ask(page, 'What the fuck is this?')
    await refused(page, en.errors.content_refused, 'What the fuck is this?')
    await ask(page, 'What is this?')
    await untilVotable(page)
  })

  it('by more pages than one person may have, until one is closed', async () => {
    // Of a poll that was on its way when its line was closed.
    browser.tolerate(/status of 400/)
    const arena = await open({ LIMITS: 'public', SOCKETS_PER_SESSION: '1' })
    const page = await browser.newPage(arena.url, { locale: 'zh-CN' })
    await page.goto('/')
    await page.getByRole('textbox', { name: zhCN.arena.composer.label }).waitFor()
    const other = await page.context().newPage()
    await other.goto('/')
    const banner = other.getByRole('alert').filter({ hasText: zhCN.limits.session.sockets })
    await banner.waitFor()
    await page.close()
    await banner.getByRole('button').click()
    await banner.waitFor({ state: 'hidden' })
  })
})
