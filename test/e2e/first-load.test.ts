import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.js'
import { FIRST_LOAD_KB, firstLoad, sumOf } from '../support/first-load.js'
import { startArena, type TestArena } from '../support/test-arena.js'

describe('the first load', () => {
  const browser = testBrowser()
  let arena: TestArena

  beforeAll(async () => {
    arena = await startArena()
  })
  afterAll(() => arena.close())

  it.each([
    [1280, 'en-GB'],
    [390, 'en-GB'],
    [1280, 'zh-CN'],
    [390, 'zh-CN'],
  ])('at %i wide, in %s, is light', async (width, locale) => {
    const scripts = await firstLoad(await browser.newPage(arena.url, { width, locale }))
    console.info(`${width} ${locale}: ${sumOf(scripts).toFixed(1)} KB in ${scripts.length} files`)
    expect(sumOf(scripts)).toBeLessThan(FIRST_LOAD_KB)
    // What is large and comes later.
    expect(scripts.map(({ script }) => script).join(' ')).not.toMatch(/engine|Markdown|Chart|Admin/)
  })
})
