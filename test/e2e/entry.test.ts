import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { zhCN } from '../../client/src/i18n/locales/zh-CN.js'
import { AccessCodes } from '#server/gate/access-codes'
import { accessLink } from '#server/gate/access-link'
import { Gate } from '#server/gate/gate'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { ask, button, composer, untilVotable } from './arena-page.js'

describe('an arena for people with a code', () => {
  const browser = testBrowser()
  let arena: TestArena
  let codes: AccessCodes

  beforeAll(async () => {
    arena = await startArena({ env: { ACCESS: 'code' } })
    codes = arena.app.get(AccessCodes)
  })
  afterAll(() => arena.close())

  const page = async (options = {}) => {
    // Who is outside is refused, as is a socket that was closed while it moved to a websocket.
    browser.tolerate(/status of 40[03]/)
    return browser.newPage(arena.url, options)
  }

  it.each(['/', '/leaderboard', '/c/some', '/about'])('asks for it at %s', async (path) => {
    const visitor = await page({ still: true })
    await visitor.goto(path)
    await visitor.getByRole('heading', { name: en.entry.title }).waitFor()
    expect(await visitor.getByRole('navigation').count()).toBe(0)
    expect(await barriers(visitor)).toEqual([])
  })

  it('shows what people agree to before they come in', async () => {
    const visitor = await page({ still: true })
    await visitor.goto('/')
    await visitor.getByRole('link', { name: en.shell.nav.privacy }).click()
    await visitor.getByRole('heading', { level: 2, name: 'What is stored here' }).waitFor()
    expect(await visitor.getByRole('navigation').count()).toBe(0)
    expect(await barriers(visitor)).toEqual([])
    await visitor.getByRole('link', { name: en.shell.nav.terms }).click()
    await visitor.getByRole('heading', { level: 1, name: en.shell.nav.terms }).waitFor()
    await visitor.getByRole('link', { name: en.entry.title }).click()
    await visitor.getByRole('textbox', { name: en.entry.label }).waitFor()
  })

  it('lets in whoever types it, by keyboard alone, and says what is wrong with another', async () => {
    const { code } = await codes.create('', null)
    const visitor = await page()
    await visitor.goto('/leaderboard')
    const box = visitor.getByRole('textbox', { name: en.entry.label })
    await box.fill('WRONG')
    await box.press('Enter')
    await visitor.getByRole('alert').getByText(en.errors.access_code_wrong).waitFor()
    await visitor.keyboard.type(code.toLowerCase())
    await visitor.keyboard.press('Enter')
    await visitor.getByRole('heading', { name: en.leaderboard.empty.title }).waitFor()
    await visitor.goto('/')
    await ask(visitor, 'Why is the sky blue?')
    await untilVotable(visitor)
  })

  it('lets in by a link, whose code leaves the address', async () => {
    const { id, code } = await codes.create('', null)
    const visitor = await page({ width: 390, locale: 'zh-CN' })
    await visitor.goto(accessLink(arena.url, code))
    await visitor.getByRole('textbox', { name: zhCN.arena.composer.label }).waitFor()
    await expect.poll(() => visitor.url()).toBe(`${arena.url}/`)
    await visitor.reload()
    await visitor.getByRole('textbox', { name: zhCN.arena.composer.label }).waitFor()

    await codes.revoke(id)
    await arena.app.get(Gate).look()
    await visitor.getByRole('heading', { name: zhCN.entry.title }).waitFor()
    expect(await barriers(visitor)).toEqual([])
  })

  it('keeps what was typed when somebody has to come in anew', async () => {
    const { id, code } = await codes.create('', null)
    const visitor = await page()
    await visitor.goto(accessLink(arena.url, code))
    await composer(visitor).fill('Half a question')
    await codes.revoke(id)
    await arena.app.get(Gate).look()
    const next = await codes.create('', null)
    await visitor.getByRole('textbox', { name: en.entry.label }).fill(next.code)
    await button(visitor, en.entry.enter).click()
    await composer(visitor).waitFor()
    expect(await composer(visitor).inputValue()).toBe('Half a question')
  })
})
