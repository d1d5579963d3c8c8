import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admin as words } from '../../client/src/i18n/admin/en.js'
import { admin as chinese } from '../../client/src/i18n/admin/zh-CN.js'
import { en } from '../../client/src/i18n/locales/en.js'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { ADMIN_TOKEN } from '../support/test-admin.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { TestPerson } from '../support/test-person.js'
import { button, sentence } from './arena-page.js'

const PROMPT = 'What nobody else should read'

describe('the admin side', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: ['ready'], usage: { input: 100, output: 50 } }))
    const { alpha, beta } = twoModels(upstream.url)
    const models = { alpha: { ...alpha, input_price: 2, output_price: 10 }, beta }
    arena = await startArena({ models, env: { ADMIN_TOKEN } })
    await oneVote()
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  async function oneVote(): Promise<void> {
    const person = await TestPerson.arrive(arena.url)
    const { conversationId } = await person.does('conversation:start', {
      mode: 'battle',
      text: PROMPT,
    })
    await person.hears('turn:done')
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'both_bad' })
    await person.hears('conversation:revealed')
    const note = {
      reasons: { a: ['wrong'], b: ['unclear', 'refused'] },
      comment: 'Both were weak.',
    }
    await person.does('vote:annotate', { conversationId, turn: 1, ...note })
    person.leave()
  }

  const openAdmin = async (path = '/admin', locale = 'en-US', w = words) => {
    const page = await browser.newPage(arena.url, { still: true, locale })
    await page.goto(path)
    await page.getByLabel(w.door.token).fill(ADMIN_TOKEN)
    await page.getByRole('button', { name: w.door.enter, exact: true }).click()
    await page.getByRole('navigation', { name: w.section.label }).waitFor()
    return page
  }
  const go = (page: Page, section: keyof typeof words.section) =>
    page
      .getByRole('navigation', { name: words.section.label })
      .getByRole('link', { name: words.section[section] })
      .click()
  const giveReason = async (page: Page, reason: string, verb: string) => {
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.reason).fill(reason)
    expect(await barriers(page)).toEqual([])
    await button(dialog, verb).click()
  }

  it('opens by its token alone, keeps it nowhere, and forgets it with the page', async () => {
    browser.tolerate(/401/)
    const page = await browser.newPage(arena.url, { still: true })
    await page.goto('/admin/models')
    await page.getByLabel(words.door.token).fill('no-such-token')
    await page.keyboard.press('Enter')
    await page.getByText(words.door.wrong).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByLabel(words.door.token).fill(ADMIN_TOKEN)
    await page.keyboard.press('Enter')
    await page.getByText('alpha', { exact: true }).waitFor()
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    )
    expect(kept + page.url()).not.toContain(ADMIN_TOKEN)
    await page.reload()
    await page.getByLabel(words.door.token).waitFor()
  })

  it('shows every section on a desk and on a phone, in both languages', async () => {
    for (const [locale, w] of [
      ['en-US', words],
      ['zh-CN', chinese],
    ] as const) {
      const page = await openAdmin('/admin', locale, w as typeof words)
      for (const name of Object.keys(w.section).slice(1) as (keyof typeof words.section)[]) {
        const link = page
          .getByRole('navigation', { name: w.section.label })
          .getByRole('link', { name: w.section[name] })
        await link.click()
        await expect.poll(() => link.getAttribute('aria-current')).toBe('page')
        await expect.poll(() => page.locator('main .pane').count()).toBeGreaterThan(0)
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 844 })
          const main = page.locator('main')
          const beyond = () => main.evaluate((box) => box.scrollWidth - box.clientWidth)
          await expect.poll(async () => [name, await beyond()]).toEqual([name, 0])
          expect([name, await barriers(page)]).toEqual([name, []])
        }
      }
    }
  })

  it('tests a model, switches it off for now, and lets the file hold again', async () => {
    const page = await openAdmin('/admin/models')
    const row = page.getByRole('listitem').filter({ hasText: 'beta' })
    await button(row, sentence(words.models.testLabel, { name: 'beta' })).click()
    await row.getByText('“ready”').waitFor()
    await button(row, sentence(words.models.setLabel, { name: 'beta' })).click()
    await page.getByRole('switch', { name: words.models.offSwitch }).click()
    expect(await barriers(page)).toEqual([])
    await button(page, en.common.save).click()
    await row.getByText(words.models.state.off).waitFor()
    await button(row, sentence(words.models.setLabel, { name: 'beta' })).click()
    await button(page, words.models.clear).click()
    await row.getByText(words.models.state.ready, { exact: true }).waitFor()
    await button(page, words.models.reload).click()
    await page.getByText(words.models.noChange).waitFor()
  })

  it('reads a conversation only for a reason, withdraws a vote, puts it back, and writes it all down', async () => {
    const page = await openAdmin('/admin/conversations')
    await page.getByRole('button', { name: /^Read the conversation of/ }).waitFor()
    expect(await page.getByText(PROMPT).count()).toBe(0)
    await page.getByRole('button', { name: /^Read the conversation of/ }).click()
    await giveReason(page, 'a complaint', words.conversations.read)
    await page.getByRole('dialog').getByText(PROMPT).first().waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')

    await go(page, 'votes')
    await page.getByText('Both were weak.').waitFor()
    const faults = [en.why.reasons.unclear, en.why.reasons.refused].join(' · ')
    await page.getByText(new RegExp(`^(alpha|beta): ${faults}$`)).waitFor()
    await page.getByRole('button', { name: /^What to do about/ }).click()
    await page.getByRole('menuitem', { name: words.votes.withdraw, exact: true }).click()
    await giveReason(page, 'a test', words.votes.withdraw)
    await page.getByRole('listitem').getByText(words.votes.reasons.withdrawn).first().waitFor()
    await page.getByRole('button', { name: /^What to do about/ }).click()
    await page.getByRole('menuitem', { name: words.votes.putBack, exact: true }).click()
    await giveReason(page, 'by mistake', words.votes.putBack)
    await page.getByRole('listitem').getByText(words.votes.rated).first().waitFor()

    await go(page, 'record')
    await page.getByText(words.record.action.conversation_read).waitFor()
    await page.getByText('a complaint').waitFor()
    await page.getByText(words.record.action.vote_withdrawn).waitFor()
    await page.getByText(words.record.action.vote_restored).waitFor()
  })

  it('makes an access code, shows it once as link and QR code, and revokes it', async () => {
    const page = await openAdmin('/admin/access')
    await page.getByText(words.access.none).waitFor()
    await page.getByLabel(words.access.validity).selectOption(words.access.day)
    await page.getByLabel(words.access.label).fill('A class')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const link = dialog.getByText(`${arena.url}/#join=`)
    await link.waitFor()
    const code = new URL((await link.textContent())!).hash.replace('#join=', '')
    await dialog.getByText(code, { exact: true }).waitFor()
    await dialog.getByRole('img', { name: words.access.qr }).waitFor()
    expect(await barriers(page)).toEqual([])
    // Nothing lies over a dialog that was opened by the keyboard: one Escape closes it.
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached', timeout: 5_000 })

    const row = page.getByRole('listitem').filter({ hasText: 'A class' })
    await row.getByText(words.access.state.valid).waitFor()
    expect(await page.content()).not.toContain(code)
    await button(row, sentence(words.access.revokeLabel, { name: 'A class' })).click()
    expect(await barriers(page)).toEqual([])
    await button(dialog, words.access.revoke).click()
    await row.getByText(words.access.state.revoked, { exact: true }).waitFor()
    expect(await row.getByRole('button').count()).toBe(0)

    await go(page, 'record')
    await page.getByText(words.record.action.access_code_made).waitFor()
    await page.getByText(words.record.action.access_code_revoked).waitFor()
  })

  it('makes a backup, downloads the votes, and locks again', async () => {
    const page = await openAdmin()
    await button(page, words.backup.make).click()
    await page.getByRole('cell', { name: /^ringside-.*\.sqlite$/ }).waitFor()
    expect(readdirSync(join(arena.dataDir, 'backups'))).toHaveLength(1)
    await go(page, 'votes')
    const download = page.waitForEvent('download')
    await button(page, words.export.votesCsv).click()
    expect((await download).suggestedFilename()).toBe('ringside-votes.csv')
    await page.getByText('The file has 1 row.').waitFor()
    await button(page, words.leave).click()
    await page.getByLabel(words.door.token).waitFor()
  })
})

describe('an arena without a token', () => {
  const browser = testBrowser()
  let arena: TestArena
  beforeAll(async () => {
    arena = await startArena()
  })
  afterAll(() => arena.close())

  it('says that the admin side is off, and how to turn it on; no other page loads its code', async () => {
    const page = await browser.newPage(arena.url, { still: true })
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.goto('/leaderboard')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(loaded.filter((url) => /admin/i.test(url))).toEqual([])
    await page.goto('/admin')
    await page.getByRole('heading', { name: words.off.title }).waitFor()
    await page.getByText('ADMIN_TOKEN=').first().waitFor()
    expect(loaded.filter((url) => /AdminView/.test(url))).not.toEqual([])
    expect(await barriers(page)).toEqual([])
  })
})
