import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { button } from './arena-page.js'

describe('what is loaded with the first pointer or key that asks for it', () => {
  const browser = testBrowser()
  let arena: TestArena

  beforeAll(async () => {
    arena = await startArena()
  })
  afterAll(() => arena.close())

  const open = async (width = 800) => {
    const page = await browser.newPage(arena.url, { still: true, width })
    await page.goto('/')
    const theme = button(page, en.shell.theme.label)
    await theme.waitFor()
    return { page, theme, bubble: page.getByRole('tooltip'), menu: page.getByRole('menu') }
  }

  it('a tooltip comes to a pointer that rests, stays under it, and goes with it or by Escape', async () => {
    const { page, theme, bubble } = await open()
    await theme.hover()
    await bubble.waitFor()
    const box = (await page.locator('[data-reka-popper-content-wrapper]').boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.waitForTimeout(400)
    expect(await bubble.count()).toBe(1)
    await page.mouse.move(400, 500)
    await bubble.waitFor({ state: 'detached' })
    await theme.hover()
    await bubble.waitFor()
    await page.keyboard.press('Escape')
    await bubble.waitFor({ state: 'detached' })
  })

  it('a tooltip comes to the keyboard, and takes no focus', async () => {
    const { page, theme, bubble } = await open()
    await page.keyboard.press('Tab')
    await theme.focus()
    await bubble.waitFor()
    expect(await theme.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Tab')
    await expect.poll(() => bubble.count()).toBeLessThan(2)
  })

  it('a menu opens with the first click, closes with the next, and gives the focus back', async () => {
    const { page, theme, menu } = await open()
    await theme.click()
    await menu.waitFor()
    expect(await theme.getAttribute('aria-expanded')).toBe('true')
    await theme.click()
    await menu.waitFor({ state: 'detached' })
    await theme.press('ArrowDown')
    await menu.waitFor()
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await expect
      .poll(() => theme.evaluate((element) => element === document.activeElement))
      .toBe(true)
    await theme.press('Enter')
    await page.getByRole('menuitemradio', { name: en.shell.theme.dark }).press('Enter')
    await menu.waitFor({ state: 'detached' })
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })
})
