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
      const row = page.getByRole('listitem').first()
      await row.getByRole('button').last().click()
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
      await page.getByRole('listitem').first().getByRole('button').first().click()
      await page.getByLabel(language.admin.reason).fill('A complaint')
      await press(page, language.admin.conversations.read)
      await page.getByText(language.prompt).first().waitFor()
    },
  },
]
