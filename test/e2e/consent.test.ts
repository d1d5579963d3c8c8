import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { zhCN } from '../../client/src/i18n/locales/zh-CN.js'
import { Configuration } from '#server/config/configuration'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { ask, button, composer, untilVotable } from './arena-page.js'

const OWN = `# House rules

Be <b>kind</b> <img src=x onerror=alert(1)> and read [this](https://example.org).

## Why

- because
- [no](javascript:alert(1))
`

describe('what is stored, and who agrees to it', () => {
  const browser = testBrowser()
  let folder: string
  let quiet: TestArena
  let asking: TestArena

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-pages-'))
    writeFileSync(join(folder, 'terms.md'), OWN)
    quiet = await startArena()
    asking = await startArena({ env: { CONSENT: 'ask', PAGES_DIR: folder } })
  })
  afterAll(async () => {
    await quiet.close()
    await asking.close()
    rmSync(folder, { recursive: true })
  })

  const notice = (words: typeof en | typeof zhCN = en) => ({
    role: 'complementary' as const,
    options: { name: words.consent.label },
  })

  it('is told at the first visit, and not again once it was closed', async () => {
    const page = await browser.newPage(quiet.url, { still: true })
    await page.goto('/')
    const { role, options } = notice()
    const told = page.getByRole(role, options)
    await told.waitFor()
    expect(await barriers(page)).toEqual([])
    // Nothing waits for it.
    await ask(page, 'Why is the sky blue?')
    await untilVotable(page)
    await button(told, en.consent.close).click()
    await told.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.reload()
    await untilVotable(page)
    expect(await told.count()).toBe(0)
  })

  it('stands in pages of its own, in the language of the reader', async () => {
    const page = await browser.newPage(quiet.url, { still: true, width: 390, locale: 'zh-CN' })
    await page.goto('/privacy')
    await page.getByRole('heading', { level: 1, name: zhCN.shell.nav.privacy }).waitFor()
    await page.getByRole('heading', { level: 2, name: '谁会得到' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('complementary').getByRole('link', { name: zhCN.consent.terms }).click()
    await page.getByRole('heading', { level: 1, name: zhCN.shell.nav.terms }).waitFor()
  })

  it('says the operator’s words, and runs nothing of what is in them', async () => {
    const page = await browser.newPage(asking.url, { still: true })
    await page.goto('/terms')
    await page.getByRole('heading', { level: 1, name: 'House rules' }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'Why' }).waitFor()
    const words = page.getByRole('article')
    expect(await words.locator('img, b').count()).toBe(0)
    expect(await words.getByRole('link').allInnerTexts()).toEqual(['this'])
    expect(await barriers(page)).toEqual([])
  })

  it('is agreed to before the first prompt, by keyboard alone, and anew when the text changes', async () => {
    const page = await browser.newPage(asking.url, { still: true })
    await page.goto('/')
    const { role, options } = notice()
    const told = page.getByRole(role, options)
    await told.waitFor()
    expect(await barriers(page)).toEqual([])
    await ask(page, 'Why is the sky blue?')
    await page.getByText(en.errors.consent_required).waitFor()
    expect(await composer(page).inputValue()).toBe('Why is the sky blue?')
    await button(told, en.consent.agree).press('Enter')
    await told.waitFor({ state: 'detached' })
    await composer(page).press('Enter')
    await untilVotable(page)

    writeFileSync(join(folder, 'privacy.md'), '# Privacy\n\nWe keep less.')
    await asking.app.get(Configuration).reload()
    await page.reload()
    await told.getByText(en.consent.outdated).waitFor()
    await button(told, en.consent.agree).click()
    await told.waitFor({ state: 'detached' })

    // The page does not know yet that the text has changed again.
    writeFileSync(join(folder, 'privacy.md'), '# Privacy\n\nWe keep even less.')
    await asking.app.get(Configuration).reload()
    await button(page, en.vote.tie).click()
    await page.getByText(en.errors.consent_required).waitFor()
    await told.getByText(en.consent.outdated).waitFor()
    await button(told, en.consent.agree).click()
    await told.waitFor({ state: 'detached' })
    await page.reload()
    await untilVotable(page)
    expect(await told.count()).toBe(0)
  })
})
