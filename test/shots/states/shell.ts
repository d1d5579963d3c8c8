import type { Page } from 'playwright-core'
import { battle, dialog, filled, press, type State, type Words } from './steps.js'

/** The first row of the history, with its menu. */
async function menu(page: Page, language: Words): Promise<void> {
  await battle(page, language)
  await page.locator('[data-row]').first().hover()
  await page.locator('[data-row]').first().getByRole('button').click()
  await page.getByRole('menu').waitFor()
}
const choice = (page: Page, name: string) =>
  page.getByRole('menuitem', { name, exact: true }).click()

/** What is around every page: history, menus, and the pages of words. */
export const SHELL: readonly State[] = [
  { name: 'history-menu', path: '/', only: 'desk', reach: menu },
  {
    name: 'history-rename',
    path: '/',
    reach: async (page, language) => {
      await menu(page, language)
      await choice(page, language.words.common.rename)
      await dialog(page)
    },
  },
  {
    name: 'history-delete',
    path: '/',
    reach: async (page, language) => {
      await menu(page, language)
      await choice(page, language.words.common.delete)
      await dialog(page)
    },
  },
  {
    name: 'history-search',
    path: '/',
    only: 'desk',
    reach: async (page, language) => {
      await battle(page, language)
      const { search, none } = language.words.history
      await page.getByRole('textbox', { name: search }).fill('xylophone')
      await page.getByText(filled(none, { search: 'xylophone' })).waitFor()
    },
  },
  {
    name: 'export-menu',
    path: '/',
    reach: async (page, language) => {
      await battle(page, language)
      await press(page, language.words.history.export)
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'theme-menu',
    path: '/about',
    only: 'desk',
    reach: async (page, { words }) => {
      await press(page, words.shell.theme.label)
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'language-menu',
    path: '/about',
    only: 'desk',
    reach: async (page, { words }) => {
      await press(page, words.shell.language)
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'drawer',
    path: '/',
    only: 'phone',
    reach: async (page, language) => {
      await battle(page, language)
      await page.setViewportSize({ width: 390, height: 844 })
      await press(page, language.words.shell.openMenu)
      await dialog(page)
    },
  },
  { name: 'entry', path: '/', env: { ACCESS: 'code' } },
  {
    name: 'entry-refused',
    path: '/',
    env: { ACCESS: 'code' },
    reach: async (page, { words }) => {
      await page.getByRole('textbox', { name: words.entry.label }).fill('AAAA-BBBB-CCCC-DDDD')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'me', path: '/me' },
  {
    name: 'me-erase',
    path: '/me',
    reach: async (page, { words }) => {
      await press(page, words.me.erase.button)
      await dialog(page)
    },
  },
  { name: 'about', path: '/about' },
  { name: 'terms', path: '/terms' },
  { name: 'privacy', path: '/privacy' },
  { name: 'not-found', path: '/no-such-page' },
  { name: 'no-conversation', path: '/c/no-such-conversation' },
]
