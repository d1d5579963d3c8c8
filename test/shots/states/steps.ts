import type { Page } from 'playwright-core'
import type { PAGE_PATHS } from '#shared/page-paths'
import { admin as adminEn } from '../../../client/src/i18n/admin/en.js'
import { admin as adminZh } from '../../../client/src/i18n/admin/zh-CN.js'
import { en } from '../../../client/src/i18n/locales/en.js'
import { zhCN } from '../../../client/src/i18n/locales/zh-CN.js'
import { ADMIN_TOKEN } from '../../support/test-admin.js'

export const LANGUAGES = {
  en: {
    words: en,
    admin: adminEn,
    prompt: 'Write a TypeScript function that merges overlapping intervals',
  },
  'zh-CN': { words: zhCN, admin: adminZh, prompt: '用 TypeScript 写一个合并重叠区间的函数' },
} as const
export type Language = keyof typeof LANGUAGES
export type Words = (typeof LANGUAGES)[Language]

export interface State {
  name: string
  path: string
  /** Where it leads, if not to the page at its path. */
  leadsTo?: keyof typeof PAGE_PATHS
  /** Settings of an arena of its own. */
  env?: Record<string, string>
  /** It is no state of the others: what a phone has in place of a sidebar. */
  only?: 'phone' | 'desk'
  /** With the contrast that a system may ask for. */
  contrast?: 'more'
  /** From the page as it is loaded to what is to be seen. */
  reach?: (page: Page, language: Words) => Promise<unknown>
}

/** A sentence of the pages with its gaps filled in. */
export const filled = (words: string, gaps: Record<string, string | number>): string =>
  words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(gaps[name]))

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

export const dialog = (page: Page) => page.getByRole('dialog').last().waitFor()

export async function send(page: Page, { words }: Words, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: words.arena.composer.label })
  await box.fill(text)
  await box.press('Enter')
}

/** Until the vote is asked for. */
export const votable = (page: Page, { words }: Words) =>
  page.getByRole('button', { name: words.vote.tie, exact: true }).waitFor()

export async function battle(page: Page, language: Words): Promise<void> {
  await send(page, language, language.prompt)
  await votable(page, language)
}

export async function voted(page: Page, language: Words): Promise<void> {
  await battle(page, language)
  await press(page, language.words.vote.a)
}

export const named = (page: Page, { words }: Words) =>
  page.getByRole('button', { name: words.reveal.newRound, exact: true }).waitFor()

export async function revealed(page: Page, language: Words): Promise<void> {
  await voted(page, language)
  await named(page, language)
}

/** Both have something to read, and neither comes to its end. */
export async function halfway(page: Page, language: Words): Promise<void> {
  await send(page, language, 'wait')
  await page.getByRole('button', { name: language.words.vote.early.offer, exact: true }).waitFor()
}

/** Of the named modes, the models in their order. */
export async function choose(page: Page, { words }: Words, labels: string[]): Promise<void> {
  for (const [at, label] of labels.entries()) {
    await page.getByRole('button', { name: new RegExp(`^${label}: `), disabled: false }).click()
    await page.getByRole('option').nth(at).click()
  }
  await page.getByRole('textbox', { name: words.arena.composer.label }).waitFor()
}

export async function enter(page: Page, { admin }: Words): Promise<void> {
  await page.getByLabel(admin.door.token).fill(ADMIN_TOKEN)
  await press(page, admin.door.enter)
  await page.getByRole('navigation', { name: admin.section.label }).waitFor()
}

/** The same arena in a browser of somebody else. */
export async function somebodyElse(page: Page, path: string): Promise<Page> {
  const { origin } = new URL(page.url())
  const locale = await page.evaluate(() => navigator.language)
  const context = await page.context().browser()!.newContext({ baseURL: origin, locale })
  page.once('close', () => void context.close().catch(() => undefined))
  const other = await context.newPage()
  await other.goto(path)
  return other
}

/** Makes a link of the open conversation. */
export async function share(page: Page, { words }: Words, kind?: 'read'): Promise<string> {
  await press(page, words.room.share.open)
  await dialog(page)
  if (kind)
    await page.getByRole('dialog').getByText(words.room.share.kinds[kind], { exact: true }).click()
  await press(page, words.room.share.make)
  const link = page.getByRole('textbox', { name: words.room.share.link })
  await page.getByRole('img', { name: words.room.share.qr }).waitFor()
  return link.inputValue()
}
