import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { barriers } from '../support/axe.js'
import { testBrowser, type PageOptions } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import {
  answer,
  ask,
  button,
  composer,
  history,
  pane,
  sentence,
  untilVotable,
  voteButton,
  voteRow,
} from './arena-page.js'

const GRACE_MS = 1_500
const LONG = 'A line that is long enough to be wrapped on a phone, and again.\n\n'.repeat(40)

/** The place of every word that is being read, in pixels of the window. */
const places = (page: Page): Promise<number[][]> =>
  page
    .getByRole('article')
    .locator('p, li')
    .evaluateAll((words) =>
      words
        .filter((each) => each.textContent.startsWith('A line'))
        .map((each) => {
          const { x, y, width } = each.getBoundingClientRect()
          return [x, y, width]
        }),
    )

/** What the element with the focus is called, and whether it is the page as a whole. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return 'the page as a whole'
    return element.getAttribute('aria-label') ?? (element as HTMLElement).innerText
  })

const cast = (choice: 'a' | 'b' | 'tie' | 'both_bad') =>
  sentence(en.vote.chosen, { choice: en.vote[choice] })

describe('a vote on a battle', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ reasoning: ['Let me think.'], text: [LONG] }))
    arena = await startArena({
      models: twoModels(upstream.url),
      env: { VOTE_GRACE_MS: String(GRACE_MS) },
    })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  const battle = async (options: PageOptions = {}) => {
    const page = await browser.newPage(arena.url, { still: true, ...options })
    await page.goto('/')
    await ask(page, 'A prompt that is asked here, and long enough to fill its line. '.repeat(4))
    await untilVotable(page)
    return page
  }
  const named = (page: Page) =>
    button(page, en.reveal.newRound)
      .waitFor()
      .then(() => page.getByText('first token').first().waitFor())

  it('is given by a figure right after sending, and a letter begins the next prompt', async () => {
    const page = await battle()
    await expect.poll(() => focused(page)).toBe(en.vote.question)
    await page.keyboard.type('And 2')
    expect(await composer(page).inputValue()).toBe('And 2')
    await composer(page).fill('')
    await voteButton(page, 'tie').focus()
    await page.keyboard.press('2')
    await voteRow(page).getByText(cast('b')).waitFor()
  })

  it('leaves what is being written alone', async () => {
    upstream.script(() => ({ text: ['One. ', 'Two.'], chunkMs: 300 }))
    const page = await browser.newPage(arena.url, { still: true })
    await page.goto('/')
    await ask(page, 'Written meanwhile?')
    await composer(page).press('3')
    await untilVotable(page)
    await composer(page).press('1')
    expect(await composer(page).inputValue()).toBe('31')
    upstream.script(() => ({ reasoning: ['Let me think.'], text: [LONG] }))
  })

  it('hands the focus on, and is told to who cannot see it', async () => {
    const page = await battle()
    await page.evaluate(() => {
      const told: string[] = []
      Object.assign(window, { told })
      const region = [...document.querySelectorAll('[role=status].sr-only')].at(-1)!
      new MutationObserver(() => told.push(region.textContent.trim())).observe(region, {
        subtree: true,
        childList: true,
        characterData: true,
      })
    })
    await voteButton(page, 'a').press('Enter')
    await expect.poll(() => focused(page)).toBe(en.vote.change)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe(en.vote.question)
    await page.keyboard.press('4')
    await expect.poll(() => focused(page)).toBe(en.vote.change)
    await named(page)
    await expect.poll(() => focused(page)).toContain(cast('both_bad'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe(en.why.open)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe(en.reveal.samePrompt)

    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told)
    await expect
      .poll(told)
      .toContainEqual(
        expect.stringMatching(/Model A was (alpha|beta)\. Model B was (alpha|beta)\./),
      )
    expect(await told()).toContain(cast('a'))
    expect(await told()).toContain(cast('both_bad'))
  })

  it.each([
    [1280, 800],
    [390, 844],
  ])('moves no word that is being read, %i wide', async (width, height) => {
    const page = await battle({ width, height })
    for (const corner of ['a', 'b'] as const) {
      await answer(page, corner).evaluate((box) => box.scrollTo(0, 200))
    }
    const before = await places(page)
    expect(before.length).toBeGreaterThan(40)
    await voteButton(page, 'b').click()
    await voteRow(page).getByText(cast('b')).waitFor()
    expect(await places(page)).toEqual(before)
    await button(page, en.vote.change).click()
    expect(await places(page)).toEqual(before)
    await voteButton(page, 'a').click()
    await named(page)
    await page.getByText(en.vote.yourChoice).filter({ visible: true }).first().waitFor()
    await page.getByText('Reasoning ·').first().waitFor({ state: 'attached' })
    expect(await places(page)).toEqual(before)
  })

  it('offers the way to the start of an answer that has ended, and back', async () => {
    const page = await battle()
    const box = answer(page, 'a')
    const top = () => box.evaluate((element) => element.scrollTop)
    expect(await top()).toBeGreaterThan(200)
    const toStart = button(pane(page, 'a'), en.arena.answer.toStart)
    await toStart.click()
    await expect.poll(top).toBe(0)
    await toStart.waitFor({ state: 'detached' })
    await box.evaluate((element) => element.scrollTo(0, 200))
    await toStart.waitFor()
  })

  it('is no missing one in the history, from its first moment on', async () => {
    const page = await battle()
    await history(page).getByText(en.history.unvoted).waitFor()
    await voteButton(page, 'b').click()
    await history(page).getByText(en.history.unvoted).waitFor({ state: 'detached' })
    expect(await button(page, en.vote.change).count()).toBe(1)
  })

  it('asks why after the vote, never before, and leaves it open to be changed', async () => {
    const page = await battle({ width: 390, height: 844 })
    const ask = () => button(page, en.why.open)
    expect(await ask().count()).toBe(0)
    await voteButton(page, 'b').click()
    await ask().click()
    const dialog = page.getByRole('dialog', { name: en.why.title })
    const about = (names: string) =>
      dialog.getByText(new RegExp(sentence(en.why.better, { name: names }).replace('?', '\\?')))
    await about('(Model B|alpha|beta)').waitFor()
    const reason = (name: keyof typeof en.why.reasons) => button(dialog, en.why.reasons[name])
    expect(await reason('wrong').count()).toBe(0)
    await reason('clear').click()
    await reason('tone').click()
    await reason('tone').click()
    await dialog.getByLabel(en.why.comment).fill('B explains it.')
    expect(await barriers(page)).toEqual([])
    // The grace ends meanwhile, and takes the button away that has opened this.
    await page.getByText('first token').first().waitFor({ state: 'attached' })
    await about('(alpha|beta)').waitFor()
    await button(dialog, en.common.save).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => focused(page)).toContain(cast('b'))

    await page.reload()
    await button(page, en.why.change).click()
    expect(await reason('clear').getAttribute('aria-pressed')).toBe('true')
    expect(await reason('tone').getAttribute('aria-pressed')).toBe('false')
    expect(await dialog.getByLabel(en.why.comment).inputValue()).toBe('B explains it.')
    await reason('clear').click()
    await dialog.getByLabel(en.why.comment).fill('')
    await button(dialog, en.common.save).click()
    await ask().waitFor()
  })

  it('names the cards of a phone once it is final', async () => {
    const page = await battle({ width: 390, height: 844 })
    const tabs = page.getByRole('group', { name: en.arena.view.tabs })
    expect(await tabs.innerText()).not.toMatch(/alpha|beta/)
    await voteButton(page, 'a').click()
    await expect.poll(() => tabs.innerText()).toMatch(/alpha[\s\S]*beta|beta[\s\S]*alpha/)
  })
})
