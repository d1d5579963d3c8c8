import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { BROWSER_ARGUMENTS, CHROMIUM } from '../support/browser.js'
import { startStage, type Stage } from './stage.js'
import { STATES } from './states.js'
import { LANGUAGES, type Language, type State } from './states/steps.js'

// `npm run shots`: every page and state, to be looked at; `npm run shots -- -t reveal` some of them.

const FOLDER = 'shots'
const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }
/** The one that the README shows. */
const README = 'arena-reveal.en.1280.light.png'

let browser: Browser
let stage: Stage

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true })
  browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGUMENTS })
  stage = await startStage()
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

/** Until nothing on it moves or loads. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
  })
}

async function shoot(state: State, language: Language): Promise<void> {
  const arena = await stage.arenaOf(state)
  const context = await browser.newContext({
    baseURL: arena.url,
    viewport: { width: 1280, height: 800 },
    locale: language === 'en' ? 'en-US' : language,
    reducedMotion: 'reduce',
    contrast: state.contrast ?? 'no-preference',
  })
  const page = await context.newPage()
  await page.goto(state.path)
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  if (state.name !== 'arena-first-visit' && !state.env) {
    const { close } = LANGUAGES[language].words.consent
    await page.getByRole('button', { name: close, exact: true }).click()
  }
  await state.reach?.(page, LANGUAGES[language])
  for (const [kind, size] of Object.entries(SIZES)) {
    if (state.only && state.only !== kind) continue
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      const path = `${FOLDER}/${state.name}.${language}.${size.width}.${colorScheme}.png`
      rmSync(path, { force: true })
      await page.screenshot({ path })
    }
  }
  await context.close()
}

describe.each(Object.keys(LANGUAGES) as Language[])('in %s', (language) => {
  it.each(STATES)('$name', (state) => shoot(state, language))
})

it('renews the picture of the README: reveal', () => {
  copyFileSync(`${FOLDER}/${README}`, 'docs/images/arena-light.png')
})
