import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy/fault-proxy.js'
import { gate } from '../support/gate.js'
import { RestartedSite } from '../support/restarted-site.js'
import { answer, ask, button, composer, pane, untilVotable, voteButton } from './arena-page.js'

/** Numbered, so that a lost or doubled piece shows. */
const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index + 1} `)
const SIDES = ['a', 'b'] as const
const OFFLINE_MS = 10_000
/** What a page may need to stand still at a given time. */
const SETTLE_MS = 200
/** Until whoever wakes a page sees how it stands: two seconds, on a machine that does other things beside it. */
const WAKE_MS = 4_000

/** A site of its own for the tests of one `describe`, behind a line that can be cut. */
function aSite(env: Record<string, string> = {}) {
  const browser = testBrowser()
  const there = { browser } as {
    browser: typeof browser
    site: RestartedSite
    line: FaultProxy
  }
  beforeAll(async () => {
    there.site = await RestartedSite.open(env)
    there.line = await startFaultProxy(Number(new URL(there.site.url).port))
  })
  afterAll(async () => {
    await there.line.close()
    await there.site.close()
  })
  const begin = async () => {
    const page = await browser.newPage(there.line.url)
    await page.goto('/')
    await ask(page, 'Count, please.')
    await page.waitForURL(/\/c\//)
    return page
  }
  return { there, begin }
}

const bothSay = (page: Page, word: string) =>
  Promise.all(SIDES.map((side) => answer(page, side).getByText(word).waitFor()))
const isBusy = (page: Page) => page.locator('[aria-busy="true"]').count()

describe('a page ends right', () => {
  const { there, begin } = aSite()

  it('after a reload at ten points of an answer, and the models are asked once', async () => {
    const pieces = words(120)
    const whole = pieces.join('').trim()
    // The rest comes after the last of them.
    const rest = gate()
    const hold = { after: 110, until: rest.opened }
    there.site.upstream.script(() => ({ text: pieces, chunkMs: 100, hold }))
    const before = there.site.upstream.calls.length
    const page = await begin()
    let inTheMiddle = 0
    for (let point = 1; point <= 10; point += 1) {
      await bothSay(page, `w${point * 10} `)
      if (await isBusy(page)) inTheMiddle += 1
      await page.reload()
      for (const side of SIDES) {
        await answer(page, side)
          .getByText(`w${point * 10} `)
          .waitFor()
        const seen = (await answer(page, side).innerText()).trim()
        expect(whole.startsWith(seen)).toBe(true)
      }
    }
    rest.open()
    await untilVotable(page)
    for (const side of SIDES) expect(await answer(page, side).innerText()).toBe(whole)
    expect(await isBusy(page)).toBe(0)
    expect(there.site.upstream.calls.length - before).toBe(2)
    expect(inTheMiddle).toBe(10)
    console.info(`10 reloads, ${inTheMiddle} of them in the middle: whole text on both sides`)
  })

  it('after five minutes asleep, in which the line was cut and the answers ended', async () => {
    there.browser.tolerate(/ERR_|WebSocket/)
    const pieces = words(40)
    const rest = gate()
    const hold = { after: 20, until: rest.opened }
    there.site.upstream.script(() => ({ text: pieces, chunkMs: 60, hold }))
    const calls = there.site.upstream.calls.length
    const page = await begin()
    await page.clock.install()
    await bothSay(page, 'w5 ')
    await page.clock.pauseAt(Date.now() + SETTLE_MS)
    there.line.unplug()
    rest.open()
    await Promise.all(there.site.upstream.calls.slice(calls).map((call) => call.closed))
    there.line.heal()
    // As after a sleep: all timers are late, each of them fires once, and the time since is gone.
    await page.clock.fastForward('05:00')
    const woken = await page.evaluate(() => Date.now())
    await page.clock.resume()
    await untilVotable(page)
    const tookMs = (await page.evaluate(() => Date.now())) - woken
    console.info(`votable ${tookMs} ms after waking`)
    expect(tookMs).toBeLessThan(WAKE_MS)
    const whole = pieces.join('').trim()
    for (const side of SIDES) expect(await answer(page, side).innerText()).toBe(whole)
    expect(await isBusy(page)).toBe(0)
  })
})

// What is shown, stored and received is the same at pace `off` only, and battles are paced unless a site says otherwise.
describe.each(['off', 'paced'])('a page ends right at pace %s', (pace) => {
  const { there, begin } = aSite({ BLIND_PACE: pace })

  it('after ten seconds without a network, in which the answers ended', async () => {
    there.browser.tolerate(/ERR_|WebSocket/)
    const pieces = words(60)
    const rest = gate()
    const hold = { after: 20, until: rest.opened }
    there.site.upstream.script(() => ({ text: pieces, chunkMs: 60, hold }))
    const calls = there.site.upstream.calls.length
    const page = await begin()
    await bothSay(page, 'w5 ')
    const place = await page.locator('#main').boundingBox()
    await page.context().setOffline(true)
    there.line.unplug()
    await page.getByText(en.shell.connection.offline).waitFor()
    // Nothing that somebody reads moves for the message.
    expect(await page.locator('#main').boundingBox()).toEqual(place)
    rest.open()
    await Promise.all(there.site.upstream.calls.slice(calls).map((call) => call.closed))
    expect(await voteButton(page, 'tie').count()).toBe(0)
    await delay(OFFLINE_MS)
    there.line.heal()
    await page.context().setOffline(false)
    const begun = performance.now()
    await untilVotable(page)
    console.info(
      `pace ${pace}: votable ${(performance.now() - begun).toFixed(0)} ms after the network was back`,
    )
    const whole = pieces.join('').trim()
    for (const side of SIDES) expect(await answer(page, side).innerText()).toBe(whole)
    expect(await isBusy(page)).toBe(0)
    await page.getByText(en.shell.connection.offline).waitFor({ state: 'hidden' })
  })

  it('after the server was killed and started again', async () => {
    there.browser.tolerate(/ERR_|WebSocket/)
    there.site.upstream.script(() => ({
      flood: { piece: (index) => `w${index + 1} ` },
      chunkMs: 60,
    }))
    const page = await begin()
    await bothSay(page, 'w30 ')
    await there.site.kill()
    await page.getByText(en.shell.connection.offline).waitFor()
    await there.site.start()
    for (const side of SIDES) {
      await pane(page, side).getByText(en.errors.answer_interrupted).waitFor()
      expect(await answer(page, side).innerText()).toMatch(/^w1 w2 w3 /)
    }
    expect(await isBusy(page)).toBe(0)
    expect(await voteButton(page, 'tie').count()).toBe(0)

    there.site.upstream.script(() => ({ text: ['Whole.'] }))
    await button(page, en.arena.view.tryBoth).click()
    for (const side of SIDES) await answer(page, side).getByText('Whole.').waitFor()
    await untilVotable(page)
    expect(await composer(page).isEnabled()).toBe(true)
  })
})
