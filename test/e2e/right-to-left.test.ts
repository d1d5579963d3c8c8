import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { answer, ask, button, composer, history, untilVotable } from './arena-page.js'

const PROMPT = 'لماذا السماء زرقاء؟'
const ARABIC = 'الضوء الأزرق يتشتت أكثر:\n\n- أولاً\n- ثانياً\n\n> قال رايلي ذلك.'
const MIXED = `${ARABIC}\n\nIn English: it scatters.\n\n\`\`\`python\nblue = 1\n\`\`\`\n`

const style = (of: Locator, property: 'direction' | 'textAlign') =>
  of.evaluate((element, name) => getComputedStyle(element)[name], property)
const middle = (of: Locator) =>
  of.evaluate((element) => {
    const { left, width } = element.getBoundingClientRect()
    return left + width / 2
  })
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe('right to left', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: [MIXED] }))
    arena = await startArena({ models: twoModels(upstream.url) })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  const battle = async (width: number, height: number) => {
    const page = await browser.newPage(arena.url, { still: true, width, height })
    await page.goto('/')
    await ask(page, PROMPT)
    await untilVotable(page)
    return page
  }

  it('is how a prompt and an answer of such a language are set on any page, and their code is not', async () => {
    const page = await battle(1280, 800)
    const pane = answer(page, 'a')
    await pane.getByText('blue = 1').waitFor()
    const prompt = page.locator('main p').filter({ hasText: PROMPT })
    const title = history(page).getByText(PROMPT)
    for (const words of [prompt, title, pane.getByText('الضوء'), pane.getByText('أولاً')])
      expect(await style(words, 'direction')).toBe('rtl')
    for (const words of [pane.getByText('In English'), pane.getByText('blue = 1')])
      expect(await style(words, 'direction')).toBe('ltr')

    // The bullets and the bar of a quotation stand where its lines begin.
    const list = await pane.locator('ul').evaluate((element) => {
      const { paddingLeft, paddingRight } = getComputedStyle(element)
      return [parseFloat(paddingLeft), parseFloat(paddingRight)]
    })
    expect(list[0]).toBe(0)
    expect(list[1]).toBeGreaterThan(10)
    const bar = await pane
      .locator('blockquote')
      .evaluate((element) => getComputedStyle(element).borderRightWidth)
    expect(bar).toBe('3px')

    await composer(page).fill('ولماذا')
    expect(await style(composer(page), 'direction')).toBe('rtl')
    await composer(page).fill('And why')
    expect(await style(composer(page), 'direction')).toBe('ltr')
  })

  it.each([
    [1280, 800],
    [390, 844],
  ])('mirrors the pages, %i wide, and nothing reaches beyond them', async (width, height) => {
    const page = await battle(width, height)
    const mirrored = async () => {
      await page.evaluate(() => (document.documentElement.dir = 'rtl'))
      expect(await sideways(page)).toBe(0)
    }
    await mirrored()
    const send = button(page, en.arena.composer.send)
    expect(await middle(send)).toBeLessThan(width / 2)
    if (width > 1000) {
      expect(await middle(history(page))).toBeGreaterThan(width / 2)
      expect(await middle(answer(page, 'a'))).toBeGreaterThan(await middle(answer(page, 'b')))
    } else {
      const other = page.getByRole('group', { name: en.arena.view.tabs }).getByRole('button').nth(1)
      await other.click()
      await expect.poll(() => middle(answer(page, 'b'))).toBe(width / 2)
      await expect.poll(() => other.getAttribute('aria-pressed')).toBe('true')
    }
    for (const path of ['/', '/direct', '/leaderboard', '/about', '/me', '/admin']) {
      await page.goto(path)
      await page.getByRole('heading').first().waitFor({ state: 'attached' })
      await mirrored()
    }
  })
})
