import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { gate } from '../support/gate.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { answer, ask, button, pane, untilVotable } from './arena-page.js'

/** So many paragraphs, the last of which says which it is. */
const lines = (count: number, last: string) => `${'A line of it.\n\n'.repeat(count)}${last}\n\n`

const top = (box: Locator) => box.evaluate((element) => Math.round(element.scrollTop))
/** Pixels between what is seen of a box and its end. */
const below = (box: Locator) =>
  box.evaluate((element) =>
    Math.round(element.scrollHeight - element.clientHeight - element.scrollTop),
  )
const share = (box: Locator) =>
  box.evaluate((element) => element.scrollTop / (element.scrollHeight - element.clientHeight))

/** Scrolls as a person does, and waits until the page has heard of it. */
const scroll = (box: Locator, by: number) =>
  box.evaluate(
    (element, pixels) =>
      new Promise((heard) => {
        element.addEventListener('scroll', () => requestAnimationFrame(heard), { once: true })
        element.scrollBy({ top: pixels, behavior: 'instant' })
      }),
    by,
  )

const toEnd = (place: Page | Locator) => button(place, en.arena.answer.toEnd)

describe('scrolling', () => {
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

  const asked = async (path: string) => {
    const page = await browser.newPage(arena.url, { still: true, height: 600 })
    await page.goto(path)
    return page
  }

  const direct = async () => {
    const page = await asked('/direct')
    await page.getByRole('button', { name: /^Model: /, disabled: false }).press('Enter')
    await page.getByRole('option', { name: 'alpha' }).click()
    return page
  }

  it('follows an answer, stays where somebody scrolls up to by a few pixels, and leads back', async () => {
    const rest = gate()
    upstream.script(() => ({
      text: [lines(40, 'First end.'), lines(10, 'Second end.')],
      hold: { after: 1, until: rest.opened },
    }))
    const page = await asked('/')
    await ask(page, 'A long one?')
    const box = answer(page, 'a')
    await box.getByText('First end.').waitFor()
    await expect.poll(() => below(box)).toBe(0)
    expect(await toEnd(page).count()).toBe(0)

    await scroll(box, -5)
    const place = await top(box)
    rest.open()
    await box.getByText('Second end.').waitFor()
    await untilVotable(page)
    expect(await top(box)).toBe(place)

    const way = toEnd(pane(page, 'a'))
    await way.press('Enter')
    await expect.poll(() => below(box)).toBe(0)
    await way.waitFor({ state: 'detached' })
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await below(answer(page, 'b'))).toBe(0)
  })

  it('follows again whoever has come back by themselves', async () => {
    const rest = gate()
    upstream.script(() => ({
      text: [lines(40, 'First end.'), lines(10, 'Second end.')],
      hold: { after: 1, until: rest.opened },
    }))
    const page = await asked('/')
    await ask(page, 'And back?')
    const box = answer(page, 'b')
    await box.getByText('First end.').waitFor()
    await scroll(box, -300)
    await toEnd(pane(page, 'b')).waitFor()
    await scroll(box, 280)
    await toEnd(pane(page, 'b')).waitFor({ state: 'detached' })
    rest.open()
    await box.getByText('Second end.').waitFor()
    await expect.poll(() => below(box)).toBe(0)
  })

  it('leads back in a direct chat, while it is answered and after', async () => {
    const rest = gate()
    upstream.script(() => ({
      text: [lines(40, 'First end.'), lines(10, 'Second end.')],
      hold: { after: 1, until: rest.opened },
    }))
    const page = await direct()
    await ask(page, 'A long chat?')
    await page.getByText('First end.').waitFor()
    const box = page.locator('main [tabindex="-1"].overflow-y-auto')
    await expect.poll(() => below(box)).toBe(0)
    expect(await top(box)).toBeGreaterThan(100)

    await scroll(box, -100)
    const place = await top(box)
    await toEnd(page).waitFor()
    rest.open()
    await page.getByText('Second end.').waitFor()
    await button(page, en.arena.answer.copy).waitFor()
    expect(await top(box)).toBe(place)
    await toEnd(page).press('Enter')
    await expect.poll(() => below(box)).toBe(0)
    await toEnd(page).waitFor({ state: 'detached' })
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('moves both answers by their share where they are linked, and one where they are not', async () => {
    let count = 30
    upstream.script(() => ({ text: [lines((count += 30), 'End.')] }))
    const page = await asked('/')
    await ask(page, 'Two lengths?')
    await untilVotable(page)
    const [a, b] = [answer(page, 'a'), answer(page, 'b')]
    await Promise.all([a, b].map((box) => expect.poll(() => below(box)).toBe(0)))

    await scroll(a, -200)
    expect(await below(b)).toBe(0)

    await button(page, en.arena.view.linkScroll).click()
    await scroll(b, -400)
    await expect.poll(async () => Math.abs((await share(a)) - (await share(b)))).toBeLessThan(0.01)
    expect(await share(a)).toBeLessThan(0.9)
    await scroll(a, -100)
    await expect.poll(async () => Math.abs((await share(a)) - (await share(b)))).toBeLessThan(0.01)

    await button(page, en.arena.view.linkScroll).click()
    const place = await top(b)
    await scroll(a, 100)
    expect(await top(b)).toBe(place)
  })

  it('takes nobody from where they read when the linked answer outgrows its box', async () => {
    const rest = gate()
    upstream.script(({ body }) =>
      body.model === 'alpha-1'
        ? { text: [lines(60, 'Long end.')] }
        : {
            text: ['Short.\n\n', lines(40, 'Late end.')],
            hold: { after: 1, until: rest.opened },
          },
    )
    const page = await asked('/')
    await ask(page, 'One grows late?')
    await page.getByText('Long end.').waitFor()
    await page.getByText('Short.').waitFor()
    await button(page, en.arena.view.linkScroll).click()
    const [long, short] = (await answer(page, 'a').getByText('Long end.').count())
      ? [answer(page, 'a'), answer(page, 'b')]
      : [answer(page, 'b'), answer(page, 'a')]
    await expect.poll(() => below(long)).toBe(0)
    await scroll(long, -400)
    const place = await top(long)
    rest.open()
    await short.getByText('Late end.').waitFor()
    await expect.poll(() => below(short)).toBe(0)
    await untilVotable(page)
    expect(await top(long)).toBe(place)
  })
})
