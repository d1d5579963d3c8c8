import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { RingsideProcess } from '../support/ringside-process.js'
import { answer, button, pane, voteButton } from './arena-page.js'

const MINUTE_MS = 60_000

/** As it is started with no setting at all: demo models, their pace, the grace of a vote. */
describe('somebody who has never seen it', () => {
  const browser = testBrowser()
  const dataDir = mkdtempSync(join(tmpdir(), 'ringside-first-'))
  let ringside: RingsideProcess
  let url: string

  beforeAll(async () => {
    ringside = RingsideProcess.run([], { DATA_DIR: dataDir, PORT: '0', DEMO: 'on' })
    url = `http://127.0.0.1:${new URL(await ringside.opened()).port}`
  })
  afterAll(async () => {
    await ringside.kill('SIGTERM')
    rmSync(dataDir, { recursive: true })
  })

  it.each([
    ['on a desk', { width: 1280, height: 800 }],
    ['on a phone', { width: 390, height: 844, phone: true }],
  ])(
    'votes on their first battle within a minute, with nothing but the page, %s',
    async (_, options) => {
      const page = await browser.newPage(url, options)
      const begun = performance.now()
      await page.goto('/')
      await page
        .getByRole('list', { name: en.arena.suggestions.label })
        .getByRole('button')
        .first()
        .click()
      await button(page, en.arena.composer.send).click()
      await answer(page, 'a').getByText(/\w/u).first().waitFor()
      await voteButton(page, 'a').click({ timeout: MINUTE_MS })
      await pane(page, 'a')
        .getByText(/^demo-/u)
        .first()
        .waitFor()
      await button(page, en.reveal.samePrompt).waitFor()
      expect(performance.now() - begun).toBeLessThan(MINUTE_MS)
    },
  )
})
