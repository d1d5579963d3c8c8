import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
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
  pane,
  sentence,
  untilVotable,
  voteButton,
  voteRow,
} from './arena-page.js'

const SIDES = ['a', 'b'] as const
const SHOTS = process.env.SHOTS

describe('who does not want to wait for the end of the answers', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({
      text: ['Light of short waves is scattered more.'],
      cut: { after: 1, by: 'stall' },
    }))
    arena = await startArena({ models: twoModels(upstream.url), env: { VOTE_GRACE_MS: '1500' } })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  const begin = async (options: PageOptions = {}) => {
    const page = await browser.newPage(arena.url, { still: true, ...options })
    await page.goto('/')
    await ask(page, 'Why is the sky blue?')
    await Promise.all(
      SIDES.map((side) => answer(page, side).getByText('scattered').waitFor({ state: 'attached' })),
    )
    return page
  }
  const offer = (page: Page) => button(voteRow(page), en.vote.early.offer)
  const shot = async (page: Page, name: string) => {
    if (!SHOTS) return
    mkdirSync(SHOTS, { recursive: true })
    await page.screenshot({ path: join(SHOTS, `${name}.png`) })
  }

  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('votes by mouse at %i wide, %s, and nothing is in the way', async (width, scheme) => {
    const page = await begin({ width, colorScheme: scheme })
    await offer(page).waitFor()
    expect(await barriers(page)).toEqual([])
    await shot(page, `early-offer-${width}-${scheme}`)
    await offer(page).click()
    await voteRow(page).getByText(en.vote.early.unrated).waitFor()
    expect(await barriers(page)).toEqual([])
    await shot(page, `early-asked-${width}-${scheme}`)
    await button(voteRow(page), en.vote.early.wait).click()
    expect(await voteButton(page, 'a').count()).toBe(0)
    await offer(page).click()
    await voteButton(page, 'a').click()
    await voteRow(page).getByText(en.vote.stopped.both).waitFor()
    await shot(page, `early-held-${width}-${scheme}`)
    await button(voteRow(page), en.vote.change).waitFor()
    await voteRow(page).getByText(en.vote.unrated.early_vote).waitFor()
    await shot(page, `early-final-${width}-${scheme}`)
    expect(await page.locator('[aria-busy="true"]').count()).toBe(0)
  })

  it('votes by keyboard alone', async () => {
    const page = await begin()
    await offer(page).focus()
    await page.keyboard.press('Enter')
    await voteRow(page).getByText(en.vote.early.unrated).waitFor()
    // The focus went with the button that was pressed: to the page, or to what came in its place.
    await page.keyboard.press('2')
    await voteRow(page)
      .getByText(sentence(en.vote.chosen, { choice: en.vote.b }))
      .waitFor()
    await voteRow(page).getByText(en.vote.unrated.early_vote).waitFor()
  })

  it('stops one side, is told what a vote would be, and asks that side again', async () => {
    const page = await begin()
    await button(pane(page, 'a'), en.arena.answer.stop).click()
    await pane(page, 'a').getByText(en.arena.status.stopped).waitFor()
    expect(await pane(page, 'b').getAttribute('aria-busy')).toBe('true')
    await button(pane(page, 'b'), en.arena.answer.stop).click()
    await untilVotable(page)
    await voteRow(page).getByText(en.vote.early.cutShort).waitFor()
    expect(await barriers(page)).toEqual([])
    await shot(page, 'early-cut-short')

    upstream.script(() => ({ text: ['All of it.'] }))
    for (const side of SIDES) {
      await button(pane(page, side), en.arena.answer.retry).click()
      await answer(page, side).getByText('All of it.').waitFor()
    }
    await untilVotable(page)
    expect(await voteRow(page).getByText(en.vote.early.cutShort).count()).toBe(0)
    await voteButton(page, 'tie').click()
    await voteRow(page).getByText(en.vote.rated).waitFor()
  })
})
