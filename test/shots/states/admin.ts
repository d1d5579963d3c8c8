import type { Page } from 'playwright-core'
import {
  battle,
  dialog,
  enter,
  filled,
  press,
  revealed,
  somebodyElse,
  type State,
} from './steps.js'

/** Of the buttons of the rows, each named by its moment. */
const pressFirst = (page: Page, label: string) =>
  page
    .getByRole('button', { name: label.split('{')[0]! })
    .first()
    .click()

const SECTIONS = ['overview', 'models', 'costs', 'votes', 'conversations', 'access', 'record']

/** The side of whoever runs the arena. */
export const ADMIN: readonly State[] = [
  { name: 'admin-door', path: '/admin' },
  ...SECTIONS.map((section): State => ({
    name: `admin-${section}`,
    path: `/admin/${section}`,
    reach: enter,
  })),
  { name: 'admin-off', path: '/admin', env: { ADMIN_TOKEN: '' } },
  {
    name: 'admin-model-set',
    path: '/admin/models',
    reach: async (page, language) => {
      await enter(page, language)
      const { setLabel } = language.admin.models
      await press(page, filled(setLabel, { name: 'atlas-large' }))
      await dialog(page)
    },
  },
  {
    name: 'admin-code-made',
    path: '/admin/access',
    reach: async (page, language) => {
      await enter(page, language)
      await page.getByLabel(language.admin.access.label).fill('Class 7b')
      await page.keyboard.press('Enter')
      await dialog(page)
    },
  },
  {
    name: 'admin-vote-withdraw',
    path: '/admin/votes',
    reach: async (page, language) => {
      await revealed(await somebodyElse(page, '/'), language)
      await enter(page, language)
      await pressFirst(page, language.admin.votes.actions)
      await page.getByRole('menuitem', { name: language.admin.votes.withdraw }).first().click()
      await dialog(page)
    },
  },
  {
    name: 'admin-conversation',
    path: '/admin/conversations',
    reach: async (page, language) => {
      await battle(await somebodyElse(page, '/'), language)
      await enter(page, language)
      await pressFirst(page, language.admin.conversations.readLabel)
      await page.getByLabel(language.admin.reason).fill('A complaint')
      await press(page, language.admin.conversations.read)
      await page.getByText(language.prompt).first().waitFor()
    },
  },
]
