import type { Page } from 'playwright-core'
import { admin as adminEn } from '../../client/src/i18n/admin/en.js'
import { admin as adminZh } from '../../client/src/i18n/admin/zh-CN.js'
import { en } from '../../client/src/i18n/locales/en.js'
import { zhCN } from '../../client/src/i18n/locales/zh-CN.js'
import { ADMIN_TOKEN } from '../support/test-admin.js'

export const LANGUAGES = {
  en: {
    words: en,
    admin: adminEn,
    prompt: 'Write a TypeScript function that merges overlapping intervals',
  },
  'zh-CN': { words: zhCN, admin: adminZh, prompt: '用 TypeScript 写一个合并重叠区间的函数' },
} as const
export type Language = keyof typeof LANGUAGES
type Words = (typeof LANGUAGES)[Language]

export interface State {
  name: string
  path: string
  /** Settings of an arena of its own. */
  env?: Record<string, string>
  /** From the page as it is loaded to what is to be seen. */
  reach?: (page: Page, language: Words) => Promise<unknown>
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()
const send = async (page: Page, { words }: Words, text: string) => {
  const box = page.getByRole('textbox', { name: words.arena.composer.label })
  await box.fill(text)
  await box.press('Enter')
}
const battle = async (page: Page, language: Words) => {
  await send(page, language, language.prompt)
  await page.getByRole('button', { name: language.words.vote.tie, exact: true }).waitFor()
}
const voted = async (page: Page, language: Words) => {
  await battle(page, language)
  await press(page, language.words.vote.a)
}
const revealed = async (page: Page, language: Words) => {
  await voted(page, language)
  await page.getByRole('button', { name: language.words.reveal.newRound, exact: true }).waitFor()
}
const named = async (page: Page, { words }: Words, labels: string[]) => {
  for (const [at, label] of labels.entries()) {
    await page.getByRole('button', { name: new RegExp(`^${label}: `), disabled: false }).click()
    await page.getByRole('option').nth(at).click()
  }
  await page.getByRole('textbox', { name: words.arena.composer.label }).waitFor()
}
const enter = async (page: Page, { admin }: Words) => {
  await page.getByLabel(admin.door.token).fill(ADMIN_TOKEN)
  await press(page, admin.door.enter)
  await page.getByRole('navigation', { name: admin.section.label }).waitFor()
}

const board = (page: Page) => page.getByRole('row', { name: 'atlas-large' }).first().waitFor()

export const STATES: readonly State[] = [
  { name: 'arena-first-visit', path: '/' },
  {
    name: 'arena-suggestions',
    path: '/',
    reach: (page, { words }) => press(page, words.arena.suggestions.code.title),
  },
  { name: 'arena-waiting', path: '/', reach: (page, language) => send(page, language, 'wait') },
  {
    name: 'arena-one-failed',
    path: '/',
    reach: async (page, language) => {
      await send(page, language, 'fail')
      await page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'arena-votable', path: '/', reach: battle },
  { name: 'arena-vote-held', path: '/', env: { VOTE_GRACE_MS: '600000' }, reach: voted },
  { name: 'arena-reveal', path: '/', reach: revealed },
  {
    name: 'arena-why',
    path: '/',
    reach: async (page, language) => {
      await revealed(page, language)
      await press(page, language.words.why.open)
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'arena-winner-stays',
    path: '/',
    reach: async (page, language) => {
      await revealed(page, language)
      await press(page, language.words.reveal.winnerStays)
    },
  },
  {
    name: 'arena-share',
    path: '/',
    reach: async (page, language) => {
      await battle(page, language)
      await press(page, language.words.room.share.open)
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'side-by-side', path: '/side-by-side' },
  { name: 'direct', path: '/direct' },
  {
    name: 'direct-answer',
    path: '/direct',
    reach: async (page, language) => {
      await named(page, language, [language.words.models.label.only])
      await send(page, language, language.prompt)
      await page.getByText('toSorted').first().waitFor()
    },
  },
  {
    name: 'consent-asked',
    path: '/',
    env: { CONSENT: 'ask' },
    reach: async (page, language) => {
      await send(page, language, language.prompt)
      await page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'entry', path: '/', env: { ACCESS: 'code' } },
  { name: 'leaderboard', path: '/leaderboard', reach: board },
  { name: 'leaderboard-empty', path: '/leaderboard', env: {} },
  { name: 'leaderboard-model', path: '/leaderboard/model?name=atlas-large' },
  { name: 'leaderboard-pair', path: '/leaderboard/pair?a=atlas-large&b=borealis-2' },
  { name: 'me', path: '/me' },
  { name: 'about', path: '/about' },
  { name: 'terms', path: '/terms' },
  { name: 'privacy', path: '/privacy' },
  { name: 'not-found', path: '/no-such-page' },
  { name: 'no-conversation', path: '/c/no-such-conversation' },
  { name: 'admin-door', path: '/admin' },
  ...['overview', 'models', 'costs', 'votes', 'conversations', 'access', 'record'].map(
    (section) => ({
      name: `admin-${section}`,
      path: `/admin/${section}`,
      reach: enter,
    }),
  ),
]
