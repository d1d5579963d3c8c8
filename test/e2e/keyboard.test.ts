import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import {
  ask,
  button,
  composer,
  history,
  sentence,
  untilVotable,
  voteButton,
  voteRow,
} from './arena-page.js'

interface Stop {
  name: string
  /** Whether it shows that it has the focus: by an outline of its own or by a ring of what holds it. */
  visible: boolean
  inSight: boolean
}

/** The element that has the focus. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(async () => {
    // A frame for what the focus changes, and the way of it there, however short.
    await new Promise(requestAnimationFrame)
    const element = document.activeElement as HTMLElement
    const form = element.closest('form')
    const ways = [element, form].flatMap((moved) => moved?.getAnimations() ?? [])
    await Promise.allSettled(ways.map(({ finished }) => finished))
    const label = element.getAttribute('aria-label') ?? element.innerText
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const ring = form ? getComputedStyle(form).boxShadow : 'none'
    const { top, bottom, left, right } = element.getBoundingClientRect()
    return {
      name: label.trim(),
      visible: (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || ring.includes('3px'),
      inSight: top < innerHeight && bottom > 0 && left < innerWidth && right > 0,
    }
  })

/** Every stop of the Tab key, from the first of the page until it leaves the page. */
async function stops(page: Page): Promise<Stop[]> {
  await page.getByRole('link', { name: en.shell.skip }).focus()
  const seen: Stop[] = []
  while (await page.evaluate(() => document.activeElement !== document.body)) {
    seen.push(await focused(page))
    await page.keyboard.press('Tab')
  }
  return seen
}

describe('with the keyboard alone', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: twoModels(upstream.url) })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  const battle = async () => {
    const page = await browser.newPage(arena.url, { still: true })
    await page.goto('/')
    await ask(page, 'Reachable?')
    await untilVotable(page)
    return page
  }

  it('one can skip to the content', async () => {
    const page = await browser.newPage(arena.url)
    await page.goto('/about')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toEqual({ name: en.shell.skip, visible: true, inSight: true })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect((await focused(page)).name).toBe(en.about.start)
  })

  it('everything of a battle is reached in order, and shows it', async () => {
    const page = await battle()
    const all = await stops(page)
    expect(all.filter(({ visible, inSight }) => !visible || !inSight)).toEqual([])
    expect(all.map(({ name }) => name)).toEqual([
      en.shell.skip,
      en.common.product,
      en.shell.newRound,
      en.history.search,
      expect.stringContaining('Reachable?'),
      sentence(en.history.actions, { title: 'Reachable?' }),
      en.shell.nav.me,
      en.shell.nav.about,
      en.shell.nav.terms,
      en.shell.nav.privacy,
      en.shell.nav.battle,
      en.shell.nav['side-by-side'],
      en.shell.nav.direct,
      en.shell.nav.leaderboard,
      en.room.share.open,
      en.history.export,
      en.shell.language,
      en.shell.theme.label,
      en.arena.view.linkScroll,
      en.arena.difference.open,
      en.arena.view.retryBoth,
      en.arena.prompt.copy,
      ...['Model A', 'Model B'].flatMap((name) => [
        en.arena.answer.copy,
        sentence(en.arena.side.answer, { name }),
      ]),
      ...(['a', 'b', 'tie', 'both_bad'] as const).map((choice) =>
        expect.stringContaining(en.vote[choice]),
      ),
      en.arena.composer.label,
      en.pictures.add,
      en.consent.terms,
      en.consent.privacy,
      en.consent.close,
    ])
  })

  it('a figure that is typed is no vote; outside of the box it is one', async () => {
    const page = await battle()
    await composer(page).press('2')
    expect(await composer(page).inputValue()).toBe('2')
    expect(await voteButton(page, 'b').getAttribute('aria-pressed')).toBe('false')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Control+2')
    await page.keyboard.press('5')
    await voteButton(page, 'b').waitFor()
    await page.keyboard.press('2')
    const cast = sentence(en.vote.chosen, { choice: en.vote.b })
    await voteRow(page).getByText(cast).waitFor()
  })

  it('a dialog keeps the focus inside, closes by Escape and gives it back', async () => {
    const page = await browser.newPage(arena.url, { still: true })
    await page.goto('/direct')
    const trigger = button(page, en.models.parameters.open)
    await trigger.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab')
      expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect((await focused(page)).name).toBe(en.models.parameters.open)
  })

  it('Escape closes a dialog in the very frame in which a tooltip went away', async () => {
    const page = await browser.newPage(arena.url)
    await page.goto('/direct')
    await button(page, en.models.parameters.open).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: en.ui.close }).waitFor()
    await page.keyboard.press('Tab')
    await dialog.evaluate(async (box, close) => {
      const step = async (act: () => void) => {
        act()
        for (let tick = 0; tick < 20; tick += 1) await Promise.resolve()
      }
      const [thumb] = box.querySelectorAll<HTMLElement>('[role=slider]')
      const button = box.querySelector<HTMLElement>(`[aria-label="${close}"]`)!
      await step(() => thumb!.focus())
      await step(() => button.focus())
      if (!document.querySelector('[role=tooltip]')) throw new Error('no tooltip was shown')
      await step(() => thumb!.focus())
      thumb!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    }, en.ui.close)
    await dialog.waitFor({ state: 'hidden' })
  })

  it('a conversation is renamed and deleted from its menu, which has the focus again', async () => {
    const page = await battle()
    const actions = (title: string) =>
      button(history(page), sentence(en.history.actions, { title }))
    await actions('Reachable?').press('Enter')
    await page.getByRole('menuitem', { name: en.common.rename }).press('Enter')
    await page.getByRole('textbox', { name: en.history.renameLabel }).fill('Another title')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(async () => (await focused(page)).name).toContain('Another title')

    await actions('Another title').press('Enter')
    await page.getByRole('menuitem', { name: en.common.delete }).press('Enter')
    await button(page.getByRole('dialog'), en.common.delete).press('Enter')
    await history(page).getByText(en.history.empty).waitFor()
    await page.getByRole('heading', { name: en.arena.intro.battle.title }).waitFor()
  })
})
