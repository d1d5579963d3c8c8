import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { answer, ask, button, pane, sentence, voteButton, voteRow } from './arena-page.js'

describe('the named modes', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    const models = twoModels(upstream.url)
    arena = await startArena({
      models: { ...models, keyless: { ...models.alpha, api_key: '${NOT_SET_ANYWHERE}' } },
    })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })
  beforeEach(() => upstream.script(() => ({ text: ['Hello ', 'there.'] })))

  const open = async (path: string) => {
    const page = await browser.newPage(arena.url)
    await page.goto(path)
    return page
  }

  /** It opens once the models are known. */
  const picker = (page: Page, label: string) =>
    page.getByRole('button', { name: new RegExp(`^${label}: `), disabled: false })

  /** Opens the picker of a label and finds a model in it, with nothing but keys. */
  async function pick(page: Page, label: string, search: string): Promise<void> {
    await picker(page, label).press('Enter')
    await page.getByRole('combobox', { name: en.models.search }).waitFor()
    await page.keyboard.type(search)
    await page.getByRole('option').nth(1).waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await button(page, `${label}: ${search}`).waitFor()
  }

  it('take the winner of a battle against another, by name and unrated', async () => {
    const page = await open('/')
    await ask(page, 'Who stays?')
    await voteButton(page, 'b').click()
    await page.getByText(en.reveal.winnerStaysNote.split('{name}')[0]!).waitFor()
    const winner = pane(page, 'b').getByRole('heading', { name: /alpha|beta/ })
    const name = /alpha|beta/.exec(await winner.innerText())![0]
    await button(page, en.reveal.winnerStays).press('Enter')
    await page.getByRole('heading', { name: en.arena.intro['side-by-side'].title }).waitFor()
    await button(page, `${en.models.label.b}: ${name}`).waitFor()
    await button(page, `${en.models.label.a}: ${name === 'alpha' ? 'beta' : 'alpha'}`).waitFor()
    await ask(page, 'And against this one?')
    await voteButton(page, 'b').click()
    await voteRow(page).getByText(en.vote.unrated.named_mode).waitFor()
  })

  it('pick a model by keyboard, and say why one cannot be picked', async () => {
    const page = await open('/direct')
    await page.getByText(en.models.chooseFirst).waitFor()
    await picker(page, 'Model').press('Enter')
    const unavailable = page
      .getByRole('group', { name: en.models.unavailable })
      .getByRole('option', { name: 'keyless' })
    expect(await unavailable.innerText()).toContain('NOT_SET_ANYWHERE')
    expect(await unavailable.getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('Escape')
    await pick(page, 'Model', 'beta')
    expect(await page.getByText(en.models.chooseFirst).count()).toBe(0)
  })

  it('send parameters and a system prompt when they are set, and nothing of the kind before', async () => {
    const page = await open('/direct')
    await pick(page, 'Model', 'alpha')
    await ask(page, 'Plainly?')
    await page.getByText('Hello there.').waitFor()
    const plain = upstream.calls.at(-1)!.body
    expect(plain.messages).toEqual([{ role: 'user', content: 'Plainly?' }])
    expect(Object.keys(plain)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/temperature|top_p|max/)]),
    )

    await page.getByRole('link', { name: en.shell.nav.direct }).click()
    await button(page, en.models.parameters.open).click()
    const dialog = page.getByRole('dialog', { name: en.models.parameters.title })
    await dialog.getByRole('slider', { name: en.models.parameters.temperature }).press('Home')
    await page.keyboard.press('ArrowRight')
    await dialog.getByLabel(en.models.parameters.maxTokens).fill('99')
    await dialog.getByRole('textbox', { name: en.models.parameters.systemPrompt }).fill('Be brief.')
    await page.keyboard.press('Escape')
    await page.getByText(sentence(en.models.parameters.active, { count: 3 })).waitFor()
    await ask(page, 'And now?')
    await page.getByText('Hello there.').waitFor()
    const { body } = upstream.calls.at(-1)!
    expect(body).toMatchObject({ model: 'alpha-1', temperature: 0.1 })
    expect(body.max_tokens ?? body.max_completion_tokens).toBe(99)
    expect(body).not.toHaveProperty('top_p')
    expect(body.messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'And now?' },
    ])
  })

  it('keep parameters and a system prompt under a name, by keyboard, and give them back in another tab', async () => {
    const { parameters, presets } = en.models
    const page = await open('/direct')
    const sheet = async (of: Page) => {
      await button(of, parameters.open).press('Enter')
      return of.getByRole('dialog', { name: parameters.title })
    }
    let dialog = await sheet(page)
    expect(await dialog.getByLabel(presets.name).count()).toBe(0)
    await dialog.getByLabel(parameters.maxTokens).fill('99')
    await dialog.getByRole('textbox', { name: parameters.systemPrompt }).fill('Be brief.')
    await dialog.getByLabel(presets.name).fill('Shrt')
    await page.keyboard.press('Enter')
    await button(dialog, sentence(presets.rename, { name: 'Shrt' })).press('Enter')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Short')
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await button(dialog, sentence(presets.delete, { name: 'Short' })).press('Enter')
    await page.getByText(sentence(presets.deleted, { name: 'Short' })).waitFor()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Short')

    const tab = await page.context().newPage()
    await tab.goto('/side-by-side')
    dialog = await sheet(tab)
    await button(dialog, 'Short').press('Enter')
    expect(await dialog.getByLabel(parameters.maxTokens).inputValue()).toBe('99')
    const system = dialog.getByRole('textbox', { name: parameters.systemPrompt })
    expect(await system.inputValue()).toBe('Be brief.')
    expect(await barriers(tab)).toEqual([])
  })

  it('side by side: one model twice, and a vote on every turn', async () => {
    const page = await open('/side-by-side')
    await pick(page, en.models.label.a, 'alpha')
    await pick(page, en.models.label.b, 'alpha')
    await ask(page, 'Twice the same?')
    for (const side of ['a', 'b'] as const) {
      await pane(page, side).getByRole('heading', { name: 'alpha' }).waitFor()
    }
    await voteButton(page, 'a').click()
    await voteRow(page).getByText(en.vote.unrated.named_mode).waitFor()

    await ask(page, 'Once more?')
    await answer(page, 'b', 2).getByText('Hello there.').waitFor()
    await voteButton(page, 'both_bad').click()
    const last = sentence(en.vote.chosen, { choice: en.vote.both_bad })
    await voteRow(page).getByText(last).waitFor()
    const first = sentence(en.vote.chosen, { choice: en.vote.a })
    await page.getByRole('region', { name: 'Turn 1' }).getByText(first).waitFor()
  })

  it('direct: reasoning is folded, and an answer takes one reaction that stays, or a report that is asked for first', async () => {
    upstream.script(() => ({ reasoning: ['Six times ', 'seven.'], text: ['42'] }))
    const page = await open('/direct')
    await pick(page, 'Model', 'alpha')
    await ask(page, 'What is it?')
    const folded = page.getByText(sentence(en.arena.answer.reasoning, { count: 16 }))
    await folded.waitFor()
    expect(await page.getByText('Six times seven.').isVisible()).toBe(false)
    await folded.click()
    await page.getByText('Six times seven.').waitFor()

    const reaction = (name: string) => button(page, name)
    await reaction(en.arena.answer.up).click()
    await reaction(en.arena.report.open).click()
    const dialog = page.getByRole('dialog', { name: en.arena.report.title })
    await dialog.getByText(en.arena.report.replaces).waitFor()
    await button(dialog, en.common.cancel).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await reaction(en.arena.answer.up).getAttribute('aria-pressed')).toBe('true')

    await reaction(en.arena.report.open).click()
    await button(dialog, en.arena.report.confirm).click()
    await page.reload()
    await reaction(en.arena.report.done).waitFor()
    expect(await reaction(en.arena.report.done).getAttribute('aria-pressed')).toBe('true')
    expect(await reaction(en.arena.answer.up).getAttribute('aria-pressed')).toBe('false')
  })
})
