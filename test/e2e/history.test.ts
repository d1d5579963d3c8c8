import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { TestPerson } from '../support/test-person.js'
import { button, composer, history, sentence, untilVotable } from './arena-page.js'

const PRESETS = JSON.stringify([{ name: 'Pirate', systemPrompt: 'Arr.', parameters: {} }])
const TITLES = ['Why is the Sky blue?', '大海为什么是咸的？', 'Third of all']

describe('the history', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: twoModels(upstream.url), env: { LIMITS: 'off' } })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  /** A page of somebody who has had these conversations, the last one newest. */
  const visit = async (path = '/'): Promise<Page> => {
    const person = await TestPerson.arrive(arena.url)
    for (const text of TITLES) {
      const { conversationId } = await person.does('conversation:start', { mode: 'battle', text })
      await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    }
    person.leave()
    const page = await browser.newPage(arena.url, { still: true })
    const [name, value] = person.cookie.split(/=(.*)/)
    await page.context().addCookies([{ name: name!, value: value!, url: arena.url }])
    await page.goto(path)
    return page
  }
  const titles = (page: Page) =>
    history(page)
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('title')))

  it('is searched, pinned and saved, on a desk and in the drawer of a phone', async () => {
    const page = await visit()
    const box = page.getByRole('textbox', { name: en.history.search })
    await box.fill('SKY')
    await expect.poll(() => titles(page)).toEqual([TITLES[0]])
    await box.fill('大海')
    await expect.poll(() => titles(page)).toEqual([TITLES[1]])
    await box.fill('nothing of this')
    await page.getByText(sentence(en.history.none, { search: 'nothing of this' })).waitFor()
    expect(await barriers(page)).toEqual([])
    await button(page, en.history.searchClear).click()
    await expect.poll(() => titles(page)).toEqual(TITLES.toReversed())
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)

    const rowMenu = button(history(page), sentence(en.history.actions, { title: TITLES[0]! }))
    const choose = async (name: string) => {
      await rowMenu.click()
      await page.getByRole('menuitem', { name }).click()
    }
    await choose(en.history.pin)
    await history(page).getByRole('heading', { name: en.history.pinned }).waitFor()
    expect(await titles(page)).toEqual([TITLES[0], TITLES[2], TITLES[1]])
    await expect.poll(() => rowMenu.evaluate((it) => it === document.activeElement)).toBe(true)
    expect(await barriers(page)).toEqual([])
    await choose(en.history.unpin)
    await expect.poll(() => titles(page)).toEqual(TITLES.toReversed())

    const saved = async (choice: Promise<void>) => {
      const [download] = await Promise.all([page.waitForEvent('download'), choice])
      return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')] as const
    }
    const [name, text] = await saved(choose(en.history.exportMarkdown))
    expect(name).toBe('Why is the Sky blue.md')
    expect(text).toContain('> Why is the Sky blue?')
    expect(text).not.toMatch(/alpha|beta/)

    await history(page).getByRole('link', { name: TITLES[1]! }).click()
    await untilVotable(page)
    await button(page, en.history.export).click()
    expect(await barriers(page)).toEqual([])
    const [file, content] = await saved(
      page.getByRole('menuitem', { name: en.history.exportJson }).click(),
    )
    expect(file).toBe(`${TITLES[1]}.json`)
    expect(JSON.parse(content)).toMatchObject({ mode: 'battle', title: TITLES[1] })

    browser.tolerate(/ERR_FAILED/)
    await page.route('**/export?*', (route) => route.abort())
    await choose(en.history.exportJson)
    const notes = page
      .getByRole('region', { name: /^Notifications/ })
      .getByText(en.shell.failure.offline)
    await notes.waitFor()
    await page.route('**/api/conversations/*', (route) => route.abort())
    await choose(en.history.pin)
    await expect.poll(() => notes.count()).toBe(2)
    expect(await titles(page)).toEqual(TITLES.toReversed())

    await page.setViewportSize({ width: 390, height: 844 })
    await button(page, en.shell.openMenu).click()
    await box.fill('third')
    await expect.poll(() => titles(page)).toEqual([TITLES[2]])
    expect(await barriers(page)).toEqual([])
    await box.press('Escape')
    await expect.poll(() => titles(page)).toHaveLength(3)
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel(en.shell.theme.label).selectOption(en.shell.theme.dark)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await button(page.getByRole('banner'), en.shell.language).count()).toBe(0)
    await box.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  })

  it('gives the focus to the next row where one was deleted, and to the list where it was the last', async () => {
    const page = await visit()
    const menu = (title: string) => button(history(page), sentence(en.history.actions, { title }))
    const focused = (it: ReturnType<typeof menu>) =>
      it.evaluate((element) => element === document.activeElement)
    const remove = async (title: string) => {
      await menu(title).press('Enter')
      await page.getByRole('menuitem', { name: en.common.delete }).press('Enter')
      await button(page.getByRole('dialog'), en.common.delete).press('Enter')
      await menu(title).waitFor({ state: 'detached' })
    }
    await remove(TITLES[1]!)
    await expect.poll(() => focused(menu(TITLES[0]!))).toBe(true)
    await remove(TITLES[0]!)
    await expect.poll(() => focused(menu(TITLES[2]!))).toBe(true)
    await remove(TITLES[2]!)
    await expect.poll(() => focused(history(page))).toBe(true)
  })

  it('and all else of a person is counted, saved and deleted in one place', async () => {
    const page = await visit('/direct')
    const presets = () => page.evaluate(() => localStorage.getItem('ringside.presets'))
    await page.evaluate((kept) => localStorage.setItem('ringside.presets', kept), PRESETS)
    await button(page, en.consent.close).click()
    await button(page, en.shell.theme.label).click()
    await page.getByRole('menuitemradio', { name: en.shell.theme.dark }).click()
    await composer(page).fill('Half a thought')
    await page.getByRole('link', { name: en.shell.nav.me }).click()
    await page.getByRole('heading', { level: 1, name: en.me.title }).waitFor()
    await page.getByRole('definition').first().waitFor()
    expect(await page.getByRole('definition').allInnerTexts()).toEqual(['3', '0', '0', '0'])
    expect(await barriers(page)).toEqual([])

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, en.me.save.button).click(),
    ])
    const all = JSON.parse(await readFile(await download.path(), 'utf8')) as {
      conversations: { title: string }[]
      presets: unknown
      drafts: unknown
      preferences: unknown
    }
    expect(all.drafts).toEqual({ direct: 'Half a thought' })
    expect(all.preferences).toMatchObject({ theme: 'dark' })
    expect(JSON.stringify(all.presets)).toBe(PRESETS)
    expect(all.conversations.map(({ title }) => title)).toEqual(TITLES)
    await page.getByText(en.me.save.done).waitFor()

    browser.tolerate(/ERR_FAILED/)
    await page.route('**/api/me/export', (route) => route.abort())
    await button(page, en.me.save.button).click()
    await page.getByText(en.shell.failure.offline).waitFor()
    await page.route('**/api/me', (route) =>
      route.request().method() === 'DELETE' ? route.abort() : route.continue(),
    )
    const before = await page.context().cookies()
    await button(page, en.me.erase.button).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await barriers(page)).toEqual([])
    await button(dialog, en.common.cancel).click()
    await dialog.waitFor({ state: 'detached' })
    await button(page, en.me.erase.button).click()
    await button(dialog, en.me.erase.button).click()
    const reason = en.shell.failure.offline
    await page.getByText(sentence(en.me.erase.failed, { reason })).waitFor()
    expect(await page.locator('[data-row]').count()).toBe(3)
    expect(await presets()).toBe(PRESETS)
    await page.unroute('**/api/me')
    await button(dialog, en.me.erase.button).click()
    await page.getByText(en.me.erase.done).waitFor()
    await page.getByRole('definition').first().waitFor()
    expect(await page.getByRole('definition').allInnerTexts()).toEqual(['0', '0', '0', '0'])
    await history(page).getByText(en.history.empty).waitFor()
    expect(await presets()).toBeNull()
    // As somebody who has never been here: told again of what is stored, in the page as it comes.
    await page.getByRole('complementary', { name: en.consent.label }).waitFor()
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull()
    expect((await page.context().cookies())[0]?.value).not.toBe(before[0]?.value)
    expect(await barriers(page)).toEqual([])
  })
})
