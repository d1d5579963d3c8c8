import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
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

const DEFAULTS = { BLIND_PACE: 'paced', VOTE_GRACE_MS: '3000' }

/** The different lengths that an answer had on the page, until its pane was no longer busy. */
const growth = (pane: Locator): Promise<number[]> =>
  pane.evaluate(
    (article) =>
      new Promise<number[]>((resolve) => {
        const lengths = new Set<number>()
        const observer = new MutationObserver(() => {
          lengths.add(article.querySelector('[role=group]')!.textContent.trim().length)
          if (article.ariaBusy === 'true') return
          observer.disconnect()
          resolve([...lengths])
        })
        observer.observe(article, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
      }),
  )

describe('a battle of demo models', () => {
  const browser = testBrowser()
  let arena: TestArena

  beforeAll(async () => {
    arena = await startArena({ env: DEFAULTS })
  })
  afterAll(() => arena.close())

  it('goes from a prompt to the names, and to the board of somebody else within a second', async () => {
    const [page, onlooker] = await Promise.all([
      browser.newPage(arena.url),
      browser.newPage(arena.url),
    ])
    await onlooker.goto('/leaderboard')
    await onlooker.getByRole('heading', { name: en.leaderboard.empty.title }).waitFor()

    await page.goto('/')
    await composer(page).pressSequentially('Why is the sky blue?')
    await composer(page).press('Shift+Enter')
    await composer(page).pressSequentially('And the evening sky red?')
    expect(await composer(page).inputValue()).toBe('Why is the sky blue?\nAnd the evening sky red?')
    await composer(page).press('Enter')

    const [a, b] = await Promise.all([growth(pane(page, 'a')), growth(pane(page, 'b'))])
    expect(Math.min(a.length, b.length)).toBeGreaterThan(2)
    await untilVotable(page)
    expect(new URL(page.url()).pathname).toMatch(/^\/c\/.+/)
    expect(await composer(page).inputValue()).toBe('')
    await history(page).getByText(en.history.unvoted).waitFor()

    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('1')
    await voteRow(page)
      .getByText(sentence(en.vote.chosen, { choice: en.vote.a }))
      .waitFor()
    await voteRow(page)
      .getByText(sentence(en.vote.revealIn, { seconds: 2 }))
      .waitFor()
    await button(page, en.vote.change).click()
    expect(await voteButton(page, 'a').getAttribute('aria-pressed')).toBe('true')
    await voteButton(page, 'tie').click()

    const moment = async (seen: Locator) => seen.waitFor().then(() => performance.now())
    const [revealed, moved] = await Promise.all([
      moment(pane(page, 'b').getByRole('heading', { name: /^(\w\w )?demo-/ })),
      moment(onlooker.getByText(/^From 1 vote/)),
    ])
    console.info(`the board of somebody else ${(moved - revealed).toFixed(0)} ms after the reveal`)
    expect(moved - revealed).toBeLessThan(1_000)

    await voteRow(page).getByText(en.vote.rated).waitFor()
    const effect = voteRow(page).getByRole('region', { name: en.reveal.effect.label })
    await effect.getByText(en.reveal.effect.first).waitFor()
    const names = await Promise.all(
      (['a', 'b'] as const).map(async (corner) => {
        const facts = pane(page, corner).getByRole('list', { name: en.reveal.facts })
        expect(await facts.innerText()).toMatch(/first token [\d.]+ s[\s\S]*tokens/)
        const heading = pane(page, corner).getByRole('heading').first()
        return /demo-\w+/.exec(await heading.innerText())![0]
      }),
    )
    await history(page).getByText(names.join(' · ')).waitFor()
    expect(await history(page).getByText(en.history.unvoted).count()).toBe(0)
    for (const name of names) {
      await onlooker
        .getByRole('row', { name })
        .getByRole('cell', { name: '1', exact: true })
        .waitFor()
    }
  })

  it('is voted by a click, marks the winner, and begins anew with the same prompt', async () => {
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    await ask(page, 'What is 17 * 3?')
    await untilVotable(page)
    await voteButton(page, 'b').click()
    await pane(page, 'b').getByText(en.vote.yourChoice).waitFor()
    expect(await pane(page, 'a').getByText(en.vote.yourChoice).count()).toBe(0)
    expect(await composer(page).count()).toBe(0)

    const before = page.url()
    await page.goto('/')
    await composer(page).fill('Half a thought')
    await page.goBack()
    await button(page, en.reveal.samePrompt).click()
    await page.waitForURL((url) => url.pathname.startsWith('/c/') && url.href !== before)
    await untilVotable(page)
    await page
      .getByRole('region', { name: 'Turn 1' })
      .getByText('What is 17 * 3?')
      .first()
      .waitFor()
    expect(await answer(page, 'a').innerText()).not.toBe('')
    await history(page).getByText(en.history.unvoted).waitFor()
    expect(await history(page).getByRole('listitem').count()).toBe(2)

    await page.goto('/')
    await button(page, en.arena.aside.back).click()
    expect(await composer(page).inputValue()).toBe('Half a thought')
  })
})

describe('a battle of several turns', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(({ body }) => ({ text: [`Answer ${(body.messages as unknown[]).length}`] }))
    arena = await startArena({ models: twoModels(upstream.url) })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  it('shows what differs between two answers once both are there, on a phone too', async () => {
    const page = await browser.newPage(arena.url, { still: true, width: 390, height: 844 })
    let goOn = () => {}
    const until = new Promise<void>((resolve) => (goOn = resolve))
    upstream.script(({ body }) => ({
      text: ['The sky is ', body.model === 'alpha-1' ? 'blue' : 'grey', ' today.'],
      hold: { after: 1, until },
    }))
    await page.goto('/')
    await ask(page, 'What is it like?')
    await answer(page, 'a').getByText('The sky is').waitFor()
    const open = button(page, en.arena.difference.open)
    expect(await open.count()).toBe(0)
    goOn()
    await untilVotable(page)
    await open.press('Enter')
    const dialog = page.getByRole('dialog', { name: en.arena.difference.title })
    const only = (name: string) => sentence(en.arena.difference.only, { name })
    const marked = (name: string, words: RegExp) =>
      dialog
        .locator('mark')
        .filter({ hasText: only(name) })
        .filter({ hasText: words })
        .waitFor()
    await marked('Model A', /(blue|grey)/)
    await marked('Model B', /(blue|grey)/)
    expect(await dialog.locator('mark').filter({ hasText: 'sky' }).count()).toBe(0)
    expect(await barriers(page)).toEqual([])
    expect(await dialog.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true)

    await page.keyboard.press('2')
    await dialog.getByRole('button', { name: en.arena.difference.lines }).press('Enter')
    await dialog.locator('mark').filter({ hasText: 'The sky is' }).first().waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await voteButton(page, 'b').getAttribute('aria-pressed')).toBe('false')
    expect(await open.evaluate((element) => element === document.activeElement)).toBe(true)
    upstream.script(({ body }) => ({ text: [`Answer ${(body.messages as unknown[]).length}`] }))
  })

  it('remembers what was said, and ends with the vote on its last one', async () => {
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    await ask(page, 'What is it?')
    await answer(page, 'a').getByText('Answer 1').waitFor()
    await untilVotable(page)
    await ask(page, 'And then?')
    await answer(page, 'a', 2).getByText('Answer 3').waitFor()
    await answer(page, 'b', 1).getByText('Answer 1').waitFor()
    await untilVotable(page)
    await voteButton(page, 'both_bad').click()
    const cast = sentence(en.vote.chosen, { choice: en.vote.both_bad })
    await voteRow(page).getByText(cast).waitFor()
    expect(await composer(page).count()).toBe(0)
    await button(page, en.reveal.newRound).click()
    await page.getByRole('heading', { name: en.arena.intro.battle.title }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
  })
})
