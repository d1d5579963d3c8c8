import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { button, composer, history, pane, sentence, voteButton } from './arena-page.js'

const PROMPT = 'Why is the sky blue?'

/** A finger that goes from one place to another, as a touch screen tells it. */
async function swipe(line: CDPSession, from: [number, number], to: [number, number]) {
  const at = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: [number, number][]) =>
    line.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y]) => ({ x, y })),
    })
  const STEPS = 12
  await at('touchStart', [from])
  for (let step = 1; step <= STEPS; step += 1) {
    const part = step / STEPS
    const x = from[0] + (to[0] - from[0]) * part
    const y = from[1] + (to[1] - from[1]) * part
    await at('touchMove', [[x, y]])
  }
  await at('touchEnd', [])
}

describe('with the fingers alone, on a phone', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: ['It scatters.'] }))
    arena = await startArena({ models: twoModels(upstream.url), env: { VOTE_GRACE_MS: '300' } })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  const phone = () => browser.newPage(arena.url, { width: 390, height: 844, phone: true })
  /** Which of the two cards is in sight. */
  const inSight = (page: Page) =>
    page
      .getByRole('group', { name: en.arena.view.tabs })
      .getByRole('button')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('aria-pressed')))

  it('one asks, swipes between the answers, votes, and sees the names', async () => {
    const page = await phone()
    await page.goto('/')
    await composer(page).tap()
    await composer(page).fill(PROMPT)
    await button(page, en.arena.composer.send).tap()
    await voteButton(page, 'tie').waitFor()
    expect(await inSight(page)).toEqual(['true', 'false'])

    const line = await page.context().newCDPSession(page)
    const { x, y, width, height } = (await pane(page, 'a').boundingBox())!
    const [left, right, middle] = [x + width * 0.1, x + width * 0.9, y + height / 2]
    await swipe(line, [right, middle], [left, middle])
    await expect.poll(() => inSight(page)).toEqual(['false', 'true'])
    await swipe(line, [left, middle], [right, middle])
    await expect.poll(() => inSight(page)).toEqual(['true', 'false'])
    // A finger that goes up and down reads, and changes nothing.
    await swipe(line, [x + width / 2, y + height * 0.8], [x + width / 2, y + height * 0.3])
    expect(await inSight(page)).toEqual(['true', 'false'])

    await voteButton(page, 'b').tap()
    await pane(page, 'a')
      .getByText(/alpha|beta/u)
      .first()
      .waitFor()
    await button(page, en.reveal.samePrompt).waitFor()
    expect(await barriers(page)).toEqual([])
    await button(page, en.reveal.newRound).last().tap()
    await page.getByRole('heading', { name: en.arena.intro.battle.title }).waitFor()
  })

  it('one finds what was said in the drawer, and has a row’s menu without a mouse over it', async () => {
    const page = await phone()
    await page.goto('/')
    await composer(page).fill(PROMPT)
    await button(page, en.arena.composer.send).tap()
    await voteButton(page, 'tie').waitFor()
    await button(page, en.shell.openMenu).tap()
    const actions = button(history(page), sentence(en.history.actions, { title: PROMPT }))
    expect(await actions.evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
    await actions.tap()
    await page.getByRole('menuitem', { name: en.history.pin }).tap()
    await history(page).getByRole('heading', { name: en.history.pinned }).waitFor()
  })
})
