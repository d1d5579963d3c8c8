import { Buffer } from 'node:buffer'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { BLUE, RED, aPicture, noise } from '../support/pictures.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { answer, ask, button, composer, sentence, untilVotable } from './arena-page.js'

const words = en.pictures

const strip = (page: Page): Locator => page.getByRole('list', { name: words.label })
const waiting = (page: Page): Locator => strip(page).getByRole('listitem')
const remove = (page: Page, name: string): Locator => button(page, sentence(words.remove, { name }))
const ready = (page: Page, name: string): Promise<void> =>
  strip(page).getByText(sentence(words.ready, { name })).waitFor({ state: 'attached' })
/** A picture of a prompt that was sent. */
const sent = (page: Page, name: string): Locator => button(page, sentence(words.open, { name }))

const asFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer })

const choose = (page: Page, ...files: ReturnType<typeof asFile>[]): Promise<void> =>
  page.locator('input[data-pictures=files]').setInputFiles(files)

/** Hands files over as a drop or as the clipboard does. */
const handOver = (page: Page, by: 'drop' | 'paste', name: string, bytes: Buffer): Promise<void> =>
  composer(page).evaluate(
    (box, [kind, file, base64]) => {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([content], file, { type: 'image/png' }))
      const init = { bubbles: true, cancelable: true }
      const event =
        kind === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: data })
          : new ClipboardEvent('paste', { ...init, clipboardData: data })
      box.dispatchEvent(event)
    },
    [by, name, bytes.toString('base64')] as const,
  )

const isLoaded = (page: Page, name: string): Promise<boolean> =>
  page
    .getByRole('img', { name })
    .first()
    .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)

describe('pictures in the pages', () => {
  const browser = testBrowser()
  let demo: TestArena
  let upstream: FakeUpstream
  let mixed: TestArena

  beforeAll(async () => {
    demo = await startArena()
    upstream = await startFakeUpstream()
    const { alpha, beta } = twoModels(upstream.url)
    const eyes = { 'vision-arena': true }
    mixed = await startArena({
      models: {
        eagle: { ...alpha, ...eyes, weight: 0.000_001 },
        owl: { ...beta, ...eyes, weight: 0.000_001 },
        mole: { ...alpha, model_name: 'mole-1' },
        worm: { ...beta, model_name: 'worm-1' },
      },
    })
  })
  afterAll(async () => {
    await demo.close()
    await mixed.close()
    await upstream.close()
  })

  const open = async (arena: TestArena, path = '/', options = {}) => {
    const page = await browser.newPage(arena.url, options)
    await page.goto(path)
    await composer(page).waitFor()
    await button(page, words.add).waitFor()
    return page
  }

  it.each([
    ['wide', {}],
    ['on a phone', { width: 390, height: 800, touch: true }],
  ])('%s: chosen, dropped and pasted ones are answered, and open in full', async (_, options) => {
    const page = await open(demo, '/', options)
    await choose(page, asFile('red.png', await aPicture(RED, { width: 64, height: 48 })))
    await ready(page, 'red.png')
    await handOver(page, 'drop', 'blue.png', await aPicture(BLUE))
    await ready(page, 'blue.png')
    // The clipboard calls every picture the same.
    await handOver(page, 'paste', 'image.png', await aPicture('#208020'))
    await ready(page, 'Picture 3')
    expect(await barriers(page)).toEqual([])
    await remove(page, 'blue.png').click()
    expect(await waiting(page).count()).toBe(2)

    await ask(page, 'What colours are in these pictures?')
    await untilVotable(page)
    for (const side of ['a', 'b'] as const) {
      await expect.poll(() => answer(page, side).innerText()).toContain('64')
    }
    expect(await strip(page).count()).toBe(0)
    expect(await isLoaded(page, 'red.png')).toBe(true)
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    )
    expect(sideways).toBe(false)

    await sent(page, 'red.png').press('Enter')
    const shown = (name: string, at: number) =>
      page.getByRole('dialog', { name: sentence(words.shown, { name, at, count: 2 }) })
    await shown('red.png', 1).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('ArrowRight')
    await shown('Picture 2', 2).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.reload()
    await sent(page, 'red.png').waitFor()
    await expect.poll(() => isLoaded(page, 'red.png')).toBe(true)
  })

  it('a phone has a button for its camera, and what that takes is sent along', async () => {
    const wide = await open(demo)
    expect(await button(wide, words.camera).count()).toBe(0)
    const page = await open(demo, '/', { width: 390, height: 800, touch: true })
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      button(page, words.camera).click(),
    ])
    // The one at the back, and one photo at a time: as a phone asks for it.
    expect(await chooser.element().getAttribute('capture')).toBe('environment')
    expect(chooser.isMultiple()).toBe(false)
    await chooser.setFiles(asFile('photo.png', await aPicture(RED, { width: 64, height: 48 })))
    await ready(page, 'photo.png')
    await ask(page, 'What colour is this?')
    await untilVotable(page)
    await expect.poll(() => answer(page, 'a').innerText()).toContain('64')
    expect(await isLoaded(page, 'photo.png')).toBe(true)
  })

  it('an upload on a slow line shows how far it has come', async () => {
    const page = await open(demo)
    const line = await page.context().newCDPSession(page)
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 200_000 }
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', slow)
    // Every value that the bar ever has, in the page itself: nothing is missed between two looks.
    await page.evaluate(() => {
      const seen: number[] = []
      Object.assign(window, { seen })
      const look = () => {
        const bar = document.querySelector('[role=progressbar][aria-valuenow]')
        const value = Number(bar?.getAttribute('aria-valuenow'))
        if (bar && seen.at(-1) !== value) seen.push(value)
      }
      new MutationObserver(look).observe(document, {
        subtree: true,
        childList: true,
        attributeFilter: ['aria-valuenow'],
      })
    })
    // Of about 600 KB, so three seconds.
    await choose(page, asFile('noise.png', await noise(500, 500)))
    await page.getByRole('progressbar', { name: 'noise.png' }).waitFor()
    await ready(page, 'noise.png')
    const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.filter((value) => value > 0 && value < 100)).not.toEqual([])
    expect(await page.getByRole('progressbar').count()).toBe(0)
  })

  it('an unsent one outlives a reload, a fifth is left out, and a bad one says why', async () => {
    browser.tolerate(/415|Failed to load resource/)
    const page = await open(demo)
    const files = await Promise.all(
      [0, 60, 120, 180, 240].map(async (shade, at) =>
        asFile(`shade-${at}.png`, await aPicture(`rgb(${shade}, 0, 0)`)),
      ),
    )
    await choose(page, ...files)
    await page.getByText(words.tooMany).waitFor()
    await ready(page, 'shade-3.png')
    expect(await waiting(page).count()).toBe(4)
    await page.reload()
    await ready(page, 'shade-0.png')
    expect(await waiting(page).count()).toBe(4)

    await remove(page, 'shade-0.png').click()
    await choose(page, asFile('cat.png', Buffer.from('no cat at all')))
    await page.getByText(en.errors.image_unreadable).waitFor()
    await composer(page).fill('What is it?')
    expect(await button(page, en.arena.composer.send).isDisabled()).toBe(true)
    await remove(page, 'cat.png').click()
    expect(await page.getByText(en.errors.image_unreadable).count()).toBe(0)
    expect(await button(page, en.arena.composer.send).isDisabled()).toBe(false)
  })

  it('an example brings its picture and its question', async () => {
    const page = await open(demo)
    const examples = page.getByRole('region', { name: words.examples.label })
    await examples.getByRole('button').nth(1).click()
    await strip(page)
      .getByText(/is ready to be sent/)
      .waitFor({ state: 'attached' })
    expect(await composer(page).inputValue()).not.toBe('')
    await composer(page).press('Enter')
    await untilVotable(page)
    expect(await answer(page, 'a').innerText()).toContain('960')
  })

  it('a battle that was drawn for text offers to go on without, or anew with them', async () => {
    const page = await open(mixed)
    await ask(page, 'Hello')
    await untilVotable(page)
    await choose(page, asFile('red.png', await aPicture(RED)))
    await ready(page, 'red.png')
    await ask(page, 'And this?')
    await page.getByText(words.maybeBlind).waitFor()
    expect(await composer(page).inputValue()).toBe('And this?')
    expect(await barriers(page)).toEqual([])
    await button(page, words.without).click()
    await page.getByRole('region', { name: 'Turn 2' }).waitFor()
    await untilVotable(page)

    await choose(page, asFile('red.png', await aPicture(RED)))
    await ready(page, 'red.png')
    await ask(page, 'Look at this')
    const address = page.url()
    await button(page, words.anew).click()
    await page.waitForURL((url) => url.pathname.startsWith('/c/') && url.href !== address)
    await untilVotable(page)
    await sent(page, 'red.png').waitFor()
    const models = upstream.calls.slice(-2).map(({ body }) => body.model)
    expect(models.toSorted()).toEqual(['alpha-1', 'beta-1'])
  })

  it('a named mode says which model cannot see before anything is sent', async () => {
    const page = await open(mixed, '/direct')
    await page.getByRole('button', { name: /^Model: /, disabled: false }).click()
    await page.getByRole('option', { name: 'mole' }).click()
    await choose(page, asFile('red.png', await aPicture(RED)))
    await ready(page, 'red.png')
    await composer(page).fill('What is it?')
    await page.getByText(sentence(words.cannotSee, { names: 'mole' })).waitFor()
    expect(await button(page, en.arena.composer.send).isDisabled()).toBe(true)
    await button(page, words.withoutNamed).click()
    expect(await button(page, en.arena.composer.send).isDisabled()).toBe(false)
  })

  it('are nowhere to be seen without the vision arena', async () => {
    const arena = await startArena({ env: { VISION_ARENA: 'off' } })
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    await composer(page).waitFor()
    await page.getByText(en.arena.suggestions.code.title).first().waitFor()
    expect(await button(page, words.add).count()).toBe(0)
    expect(await page.getByText(words.examples.label).count()).toBe(0)
    // A page that is still open says that its server is gone.
    await page.close()
    await arena.close()
  })
})
