import { aPicture, BLUE } from '../../support/pictures.js'
import {
  battle,
  choose,
  dialog,
  filled,
  halfway,
  press,
  revealed,
  send,
  somebodyElse,
  votable,
  type State,
} from './steps.js'

const PRESETS = JSON.stringify([
  { name: 'Terse', systemPrompt: 'Be brief.', parameters: { temperature: 0.2 } },
  { name: 'Pirate', systemPrompt: 'Arr.', parameters: {} },
])
const picture = async () => ({
  name: 'harbour.png',
  mimeType: 'image/png',
  buffer: await aPicture(BLUE, { width: 600, height: 400 }),
})

/** The ring, from the empty page to answers that are there or not to be had. */
export const ARENA: readonly State[] = [
  { name: 'arena-first-visit', path: '/' },
  {
    name: 'arena-suggestions',
    path: '/',
    reach: (page, { words }) => press(page, words.arena.suggestions.code.title),
  },
  {
    name: 'arena-too-long',
    path: '/',
    reach: async (page, language) => {
      await send(page, language, 'word '.repeat(6_001))
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'arena-picture',
    path: '/',
    reach: async (page, { words }) => {
      await page.locator('input[data-pictures=files]').setInputFiles(await picture())
      await page
        .getByText(filled(words.pictures.ready, { name: 'harbour.png' }))
        .waitFor({ state: 'attached' })
    },
  },
  {
    name: 'arena-picture-refused',
    path: '/',
    reach: async (page, { words }) => {
      const file = { ...(await picture()), buffer: Buffer.from('no picture') }
      await page.locator('input[data-pictures=files]').setInputFiles(file)
      await page
        .getByText(filled(words.pictures.failed, { name: 'harbour.png' }))
        .waitFor({ state: 'attached' })
    },
  },
  {
    name: 'arena-lightbox',
    path: '/',
    reach: async (page, language) => {
      const { ready, open } = language.words.pictures
      await page.locator('input[data-pictures=files]').setInputFiles(await picture())
      await page.getByText(filled(ready, { name: 'harbour.png' })).waitFor({ state: 'attached' })
      await battle(page, language)
      await press(page, filled(open, { name: 'harbour.png' }))
      await dialog(page)
    },
  },
  {
    name: 'arena-thinking',
    path: '/',
    reach: async (page, language) => {
      await send(page, language, 'silence')
      await page.getByText(language.words.vote.thinking).waitFor()
    },
  },
  {
    name: 'arena-queued',
    path: '/',
    env: { PROVIDER_CONCURRENCY: '2' },
    reach: async (page, language) => {
      const before = await somebodyElse(page, '/')
      await send(before, language, 'wait')
      await before.getByText('Sort by').or(before.getByText('Merge over')).first().waitFor()
      await send(page, language, 'wait')
      await page.getByText(language.words.vote.inLine.split('{')[0]!).first().waitFor()
    },
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
  {
    name: 'arena-both-failed',
    path: '/',
    reach: async (page, language) => {
      await send(page, language, 'lose')
      await page.getByRole('button', { name: language.words.arena.view.tryBoth }).waitFor()
    },
  },
  {
    name: 'arena-stopped',
    path: '/',
    reach: async (page, language) => {
      await halfway(page, language)
      await press(page, language.words.arena.composer.stopBoth)
      await votable(page, language)
    },
  },
  { name: 'arena-votable', path: '/', reach: battle },
  {
    name: 'arena-difference',
    path: '/',
    reach: async (page, language) => {
      await battle(page, language)
      await press(page, language.words.arena.difference.open)
      await page.getByText(language.words.arena.difference.lines, { exact: true }).waitFor()
    },
  },
  {
    name: 'arena-reasoning',
    path: '/',
    reach: async (page, language) => {
      await revealed(page, language)
      await page.locator('summary').first().click()
    },
  },
  {
    name: 'arena-offline',
    path: '/',
    leadsTo: 'conversation',
    reach: async (page, language) => {
      await battle(page, language)
      await page.route('**/socket.io/**', (route) => route.abort())
      await page.routeWebSocket(/socket\.io/, (socket) => socket.close())
      await page.reload()
      await page.getByText(language.words.shell.connection.offline).waitFor()
    },
  },
  { name: 'side-by-side', path: '/side-by-side' },
  {
    name: 'side-by-side-answers',
    path: '/side-by-side',
    reach: async (page, language) => {
      await choose(page, language, [language.words.models.label.a, language.words.models.label.b])
      await battle(page, language)
    },
  },
  { name: 'direct', path: '/direct' },
  {
    name: 'direct-models',
    path: '/direct',
    reach: async (page, { words }) => {
      await page.getByRole('button', { name: new RegExp(`^${words.models.label.only}: `) }).click()
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'direct-parameters',
    path: '/direct',
    reach: async (page, { words }) => {
      await page.evaluate((kept) => localStorage.setItem('ringside.presets', kept), PRESETS)
      await page.reload()
      await press(page, words.models.parameters.open)
      await page.getByText('Pirate').first().waitFor()
    },
  },
  {
    name: 'direct-answer',
    path: '/direct',
    reach: async (page, language) => {
      await choose(page, language, [language.words.models.label.only])
      await send(page, language, language.prompt)
      await page.getByText('toSorted').first().waitFor()
    },
  },
  {
    name: 'direct-report',
    path: '/direct',
    reach: async (page, language) => {
      await choose(page, language, [language.words.models.label.only])
      await send(page, language, language.prompt)
      await press(page, language.words.arena.report.open)
      await dialog(page)
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
]
