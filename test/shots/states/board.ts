import type { Page } from 'playwright-core'
import { dialog, press, type State, type Words } from './steps.js'

const table = (page: Page) => page.getByRole('row', { name: 'atlas-large' }).first().waitFor()

async function cited(page: Page, { words }: Words): Promise<string> {
  await table(page)
  await press(page, words.leaderboard.cite.action)
  await dialog(page)
  await press(page, words.leaderboard.cite.make)
  const address = page.getByRole('textbox', { name: words.leaderboard.cite.link })
  await address.waitFor()
  return address.inputValue()
}

/** The board and what is told of its models. */
export const BOARD: readonly State[] = [
  { name: 'leaderboard', path: '/leaderboard', reach: table },
  { name: 'leaderboard-contrast', path: '/leaderboard', contrast: 'more', reach: table },
  { name: 'leaderboard-empty', path: '/leaderboard', env: {} },
  { name: 'leaderboard-no-votes', path: '/leaderboard?category=math' },
  {
    name: 'leaderboard-choices',
    path: '/leaderboard?excludeTies=true',
    reach: async (page, { words }) => {
      await table(page)
      const more = new RegExp(`^${words.leaderboard.slices.more}`)
      await page.getByRole('button', { name: more }).click()
    },
  },
  {
    name: 'leaderboard-filtered',
    path: '/leaderboard?q=nothing',
    reach: (page, { words }) =>
      page.getByRole('button', { name: words.leaderboard.filters.all }).waitFor(),
  },
  ...(['wins', 'battles', 'predicted', 'price', 'time'] as const).map((kind): State => ({
    name: `leaderboard-picture-${kind}`,
    path: `/leaderboard?picture=${kind}`,
    reach: async (page, { words }) => {
      await table(page)
      const picture = page.getByRole('tab', { name: words.charts[kind].tab, exact: true })
      await picture.scrollIntoViewIfNeeded()
      await page.getByText(words.charts[kind].title).first().waitFor()
    },
  })),
  {
    name: 'leaderboard-audit',
    path: '/leaderboard',
    reach: async (page, { words }) => {
      await table(page)
      const audit = page.locator('summary', { hasText: words.leaderboard.audit.show })
      await audit.click()
      await audit.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'leaderboard-cite',
    path: '/leaderboard',
    reach: async (page, { words }) => {
      await table(page)
      await press(page, words.leaderboard.cite.action)
      await dialog(page)
    },
  },
  { name: 'leaderboard-cited', path: '/leaderboard', reach: cited },
  {
    name: 'leaderboard-snapshot',
    path: '/leaderboard',
    leadsTo: 'leaderboard-snapshot',
    reach: async (page, language) => {
      await page.goto(await cited(page, language))
      await table(page)
    },
  },
  { name: 'leaderboard-model', path: '/leaderboard/model?name=atlas-large' },
  { name: 'leaderboard-no-model', path: '/leaderboard/model?name=nobody' },
  { name: 'leaderboard-pair', path: '/leaderboard/pair?a=atlas-large&b=borealis-2' },
]
