import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.js'
import { historyRows, lengthen, LONG_ANSWER, scrolled } from '../support/long-conversation.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { answer, ask, history, untilVotable } from './arena-page.js'

const ROWS = 5_000
const TURNS = 200
describe('what is long', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: [LONG_ANSWER] }))
    arena = await startArena({ models: twoModels(upstream.url) })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  it('a history of 5,000 rows: few of them are made, and every one is reached', async () => {
    const page = await browser.newPage(arena.url, { still: true })
    await page.route(/\/api\/conversations(\?|$)/, (route) =>
      route.fulfill({ json: { conversations: historyRows(ROWS) } }),
    )
    await page.goto('/')
    const made = () => page.locator('[data-row]').count()
    await history(page)
      .getByRole('link', { name: 'Conversation 0', exact: false })
      .first()
      .waitFor()
    expect(await made()).toBeLessThan(200)
    await scrolled(page, 'aside > div > div:has(> nav)', 'end')
    await history(page)
      .getByRole('link', { name: `Conversation ${ROWS - 1}` })
      .waitFor()
    expect(await made()).toBeLessThan(200)
    // By keyboard one goes on from row to row, also where they are not made yet.
    const first = history(page).getByRole('link', { name: `Conversation ${ROWS - 10}` })
    await first.focus()
    for (let row = 0; row < 50; row += 1) {
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Shift+Tab')
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      `Conversation ${ROWS - 60}`,
    )
  })

  it('a conversation of 200 turns: the last ones are there at once, the first when one goes there', async () => {
    const page = await browser.newPage(arena.url, { still: true })
    await page.goto('/')
    await ask(page, 'Turn 1')
    await untilVotable(page)
    await page.waitForURL(/\/c\/./)
    await lengthen(arena, page.url().split('/').at(-1)!, TURNS)
    await page.reload()
    await answer(page, 'a', TURNS).getByText('A line of it').first().waitFor()
    expect(await page.getByRole('article').count()).toBeLessThan(20)
    const box = await page.getByRole('region', { name: `Turn ${TURNS}`, exact: true }).boundingBox()
    expect(box!.y).toBeGreaterThanOrEqual(0)
    expect(box!.y).toBeLessThan(800)

    await scrolled(page, 'main div.overflow-y-auto', 'top')
    await answer(page, 'b', 1).getByText('A line of it').first().waitFor()
    expect(await page.getByText('Turn 1', { exact: true }).first().isVisible()).toBe(true)
  })
})
