import { afterAll, beforeAll, expect, it } from 'vitest'
import { startStage, type Stage } from '../shots/stage.js'
import { LANGUAGES, type State } from '../shots/states/steps.js'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { cutOff } from '../support/cut-off.js'

/** Of a desk at 200 %, and the narrowest that a page is read at: 1280 at 400 %. */
const NARROW = { 'at 200 %': { width: 640, height: 400 }, 'on 320 px': { width: 320, height: 568 } }

/** Some states are those of something that was refused. */
const REFUSED = /status of 4\d\d|ERR_FAILED|WebSocket connection/

/** Of all of them it takes several minutes: `npm run states`. The suite looks at every third. */
const ONE_OF = process.env.EVERY_STATE ? 1 : 3

/** Declares a test for each state: nobody meets a barrier, and nothing is cut off where there is little room. */
export function testEvery(states: readonly State[]): void {
  const browser = testBrowser()
  let stage: Stage

  beforeAll(async () => {
    stage = await startStage({ BLIND_PACE: 'off', LIMITS: 'off' })
  })
  afterAll(() => stage.close())

  it.each(states.filter((_, index) => index % ONE_OF === 0))('$name', async (state) => {
    browser.tolerate(REFUSED)
    const arena = await stage.arenaOf(state)
    const page = await browser.newPage(arena.url, { still: true })
    if (state.contrast) await page.emulateMedia({ contrast: state.contrast })
    await page.goto(state.path)
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
    await state.reach?.(page, LANGUAGES.en)

    // What is on its way to its place when it is first looked at is there a moment later.
    const finds = (look: () => Promise<string[]>, where: string) =>
      expect.poll(look, { message: where }).toEqual([])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await finds(() => barriers(page), colorScheme)
    }
    for (const [where, size] of Object.entries(NARROW)) {
      if (state.only === 'desk') continue
      await page.mouse.move(0, 0)
      await page.setViewportSize(size)
      await finds(() => cutOff(page), where)
    }
  })
}
