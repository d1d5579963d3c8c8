import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { zhCN } from '../../client/src/i18n/locales/zh-CN.js'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import type { Call } from '../support/fake-upstream/script.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import {
  answer,
  ask,
  button,
  composer,
  history,
  sentence,
  untilVotable,
  voteButton,
} from './arena-page.js'

/** Of everything that an answer may hold, and wider than any screen. */
const RICH = `## A heading

A [link](https://example.org), \`code\`, **strong** words, a picture ![a map](https://example.org/a.png)
and a word without an end: ${'Donaudampfschifffahrt'.repeat(12)}

> A quotation, and in it $e^{i\\pi} = -1$

1. One
2. Two

| ${'A column | '.repeat(8)}
| ${'--- | '.repeat(8)}
| ${'a very long cell | '.repeat(8)}

\`\`\`ts
const line = '${'x'.repeat(200)}'
\`\`\`

$$\\sum_{n=1}^{\\infty} \\frac{1}{n^2} = \\frac{\\pi^2}{6} ${'+ a_{n} '.repeat(16)}$$
`

function reply({ body }: Call) {
  const asked = JSON.stringify(body.messages)
  if (asked.includes('goes on'))
    return { text: ['Only the beginning'], cut: { after: 1, by: 'stall' as const } }
  if (asked.includes('fails') && body.model === 'alpha-1') return { status: 500 }
  return { reasoning: ['First I think.'], text: [RICH] }
}

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]

/** What is wrong with a page on a desk and on a phone, in light and in dark. */
async function faults(page: Page, lang = 'en'): Promise<string[]> {
  const found: string[] = []
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const facts = await page.evaluate(async () => {
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
        const boxes = [document.documentElement, document.querySelector('main')!]
        return {
          headings: document.querySelectorAll('h1').length,
          sideways: boxes.map((box) => Math.max(0, box.scrollWidth - box.clientWidth)),
          lang: document.documentElement.lang,
        }
      })
      expect(facts).toEqual({ headings: 1, sideways: [0, 0], lang })
      const lines = await barriers(page)
      found.push(...lines.map((line) => `${size.width} ${colorScheme}: ${line}`))
    }
  }
  await page.setViewportSize(SIZES[0]!)
  return found
}

describe('every page, on a desk and on a phone, in light and in dark', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(reply)
    arena = await startArena({ models: twoModels(upstream.url) })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  const visit = async (path: string, locale = 'en-US') => {
    const page = await browser.newPage(arena.url, { still: true, locale })
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }
  const begin = async (text: string) => {
    const page = await visit('/')
    await ask(page, text)
    return page
  }

  it.each([
    ['/', en.arena.intro.battle.title],
    ['/side-by-side', en.arena.intro['side-by-side'].title],
    ['/direct', en.arena.intro.direct.title],
    ['/leaderboard', en.leaderboard.empty.title],
    ['/about', en.about.title],
    ['/me', en.me.title],
    ['/no-such-page', en.common.notFound.title],
    ['/c/no-such-conversation', en.shell.nav.conversation],
  ])('%s', async (path, title) => {
    if (path === '/no-such-page') browser.tolerate(/status of 404/)
    const page = await visit(path)
    await page.getByRole('heading', { name: title }).waitFor()
    expect(await faults(page)).toEqual([])
  })

  it('a battle that is being answered', async () => {
    const page = await begin('One that goes on')
    await answer(page, 'b').getByText('Only the beginning').waitFor()
    expect(await faults(page)).toEqual([])
    await button(page, en.arena.composer.stopBoth).click()
    await untilVotable(page)
  })

  it('a battle of which a side has failed', async () => {
    const page = await begin('One that fails')
    await page.getByRole('alert').waitFor()
    expect(await faults(page)).toEqual([])
  })

  it('a battle that can be voted, its reveal, and the leaderboard after it', async () => {
    const page = await begin('One with everything in it')
    await untilVotable(page)
    await answer(page, 'a').locator('math').first().waitFor({ state: 'attached' })
    expect(await faults(page)).toEqual([])
    await voteButton(page, 'a').click()
    await button(page, en.reveal.samePrompt).waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByRole('link', { name: en.reveal.toBoard }).click()
    await page.getByRole('row', { name: 'alpha' }).waitFor()
    expect(await faults(page)).toEqual([])
  })

  it('menus, pickers, sheets and dialogs', async () => {
    const page = await begin('One for the history')
    await untilVotable(page)
    const menu = sentence(en.history.actions, { title: 'One for the history' })
    await button(history(page), menu).click()
    await page.getByRole('menu').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('menuitem', { name: en.common.delete }).click()
    await page.getByRole('dialog').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')

    await page.getByRole('link', { name: en.shell.nav.direct }).click()
    await button(page, en.models.parameters.open).click()
    await page.getByRole('dialog').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Model: / }).click()
    await page.getByRole('option').first().waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')

    await page.setViewportSize(SIZES[1]!)
    await button(page, en.shell.openMenu).click()
    await page.getByRole('dialog').waitFor()
    expect(await barriers(page)).toEqual([])
  })

  it('in the colours of the system, what is chosen, pressed and in focus', async () => {
    const page = await begin('One for the history')
    await untilVotable(page)
    await page.emulateMedia({ forcedColors: 'active' })
    const ink = (control: Locator) => control.evaluate((element) => getComputedStyle(element).color)
    const scroll = button(page, en.arena.view.linkScroll)
    const plain = await ink(scroll)
    await scroll.click()
    expect(await ink(scroll)).not.toBe(plain)
    expect(await ink(button(page, en.arena.view.retryBoth))).toBe(plain)
    const link = (mode: 'battle' | 'direct') =>
      page.getByRole('link', { name: en.shell.nav[mode], exact: true })
    await link('direct').click()
    await page.getByRole('heading', { name: en.arena.intro.direct.title }).waitFor()
    expect(await ink(link('direct'))).not.toBe(await ink(link('battle')))
    await composer(page).focus()
    const outline = (box: Element) => getComputedStyle(box).outlineStyle
    expect(
      await page
        .locator('form')
        .filter({ has: composer(page) })
        .evaluate(outline),
    ).toBe('solid')
    expect(await barriers(page)).toEqual([])
  })

  it.each([
    ['/', zhCN.arena.intro.battle.title],
    ['/leaderboard', zhCN.leaderboard.title],
    ['/about', zhCN.about.title],
  ])('%s in Chinese', async (path, title) => {
    const page = await visit(path, 'zh-CN')
    await page.getByRole('heading', { name: title, exact: true }).waitFor()
    expect(await page.title()).toContain('Ringside')
    expect(await faults(page, 'zh-CN')).toEqual([])
  })

  it('the language that was chosen stays after a reload', async () => {
    const page = await visit('/', 'zh-CN')
    await button(page, zhCN.shell.language).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await page.getByRole('heading', { name: en.arena.intro.battle.title }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: en.arena.intro.battle.title }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
  })
})

describe('an arena with one model', () => {
  const browser = testBrowser()
  let arena: TestArena

  beforeAll(async () => {
    const { alpha } = twoModels('http://127.0.0.1:9')
    arena = await startArena({ models: { alpha } })
  })
  afterAll(() => arena.close())

  it('says before anything is sent that a battle needs two, and leads to the chat', async () => {
    const page = await browser.newPage(arena.url, { still: true })
    await page.goto('/')
    await page.getByText(en.arena.tooFew.text).waitFor()
    await composer(page).fill('Who is there?')
    expect(await button(page, en.arena.composer.send).isDisabled()).toBe(true)
    expect(await faults(page)).toEqual([])
    await page.getByRole('link', { name: en.arena.tooFew.direct }).click()
    await page.getByRole('heading', { name: en.arena.intro.direct.title }).waitFor()
    expect(await page.getByText(en.arena.tooFew.text).count()).toBe(0)
  })
})
