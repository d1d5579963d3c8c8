import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { gate } from '../support/gate.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { answer, ask, button, pane, untilVotable, voteButton, voteRow } from './arena-page.js'

/** Numbered, so that a lost or doubled piece shows. */
const PIECES = Array.from({ length: 60 }, (_, index) => `w${index + 1} `)
const WHOLE = PIECES.join('').trim()

/** What the page says of a server that is gone. */
const UNREACHABLE =
  /ERR_CONNECTION_REFUSED|WebSocket|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING/

describe('what a person saw survives', () => {
  const browser = testBrowser()
  const dataDir = mkdtempSync(join(tmpdir(), 'ringside-e2e-'))
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: twoModels(upstream.url), dataDir })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const begin = async () => {
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    await ask(page, 'Count, please.')
    return page
  }
  const bothSay = (page: Page, word: string) =>
    Promise.all((['a', 'b'] as const).map((side) => answer(page, side).getByText(word).waitFor()))

  it('a reload in the middle of an answer, and a second tab of the same person', async () => {
    const rest = gate()
    upstream.script(() => ({ text: PIECES, chunkMs: 30, hold: { after: 20, until: rest.opened } }))
    const page = await begin()
    await bothSay(page, 'w10')
    await page.reload()
    await bothSay(page, 'w10')
    expect(await pane(page, 'a').getAttribute('aria-busy')).toBe('true')

    const tab = await page.context().newPage()
    await tab.goto(page.url())
    await bothSay(tab, 'w10')
    rest.open()
    await Promise.all([untilVotable(page), untilVotable(tab)])
    for (const seen of [page, tab]) {
      expect(await answer(seen, 'a').innerText()).toBe(WHOLE)
      expect(await answer(seen, 'b').innerText()).toBe(WHOLE)
    }

    await voteButton(tab, 'a').click()
    for (const seen of [tab, page]) {
      await seen.bringToFront()
      await pane(seen, 'a')
        .getByRole('heading', { name: /alpha|beta/ })
        .waitFor()
    }
  })

  it('a prompt that is being written, through a reload', async () => {
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    await page.getByRole('textbox').fill('Not finished yet')
    await page.reload()
    expect(await page.getByRole('textbox').inputValue()).toBe('Not finished yet')
  })

  it('a restart of the server in the middle of an answer', async () => {
    browser.tolerate(UNREACHABLE)
    upstream.script(() => ({ text: PIECES, cut: { after: 12, by: 'stall' } }))
    const page = await begin()
    await bothSay(page, 'w12')
    arena = await arena.restart({ PORT: String(arena.port) })

    for (const side of ['a', 'b'] as const) {
      await pane(page, side).getByText(en.errors.answer_interrupted).waitFor()
      expect(await answer(page, side).innerText()).toContain('w11 w12')
    }
    expect(await voteButton(page, 'a').count()).toBe(0)

    upstream.script(() => ({ text: PIECES }))
    await button(page, en.arena.view.tryBoth).click()
    for (const side of ['a', 'b'] as const) await pane(page, side).getByText('w60').waitFor()
    await untilVotable(page)
    expect(await answer(page, 'a').innerText()).toBe(WHOLE)
    await voteButton(page, 'both_bad').click()
    await voteRow(page).getByText(en.vote.rated).waitFor()
  })

  it('a server that is gone for a while: the page says so, and comes back by itself', async () => {
    browser.tolerate(UNREACHABLE)
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    await page.getByRole('textbox').fill('Kept')
    await arena.close()
    const banner = page.getByText(en.shell.connection.offline)
    await banner.waitFor()
    arena = await startArena({
      models: twoModels(upstream.url),
      dataDir,
      env: { PORT: String(arena.port) },
    })
    await banner.waitFor({ state: 'hidden' })
    expect(await page.getByRole('textbox').inputValue()).toBe('Kept')
    upstream.script(() => ({ text: ['Back.'] }))
    await page.getByRole('textbox').press('Enter')
    await untilVotable(page)
  })
})
