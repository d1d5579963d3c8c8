import type { Locator, Page } from 'playwright-core'
import { en } from '../../client/src/i18n/locales/en.js'
import type { Choice } from '#shared/vocabulary'

/** The arena as a person finds it: by role and by name. */
type Corner = 'a' | 'b'

/** A sentence of the pages with its gaps filled in. */
export const sentence = (words: string, gaps: Record<string, string | number>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => String(gaps[name]))

export const composer = (page: Page): Locator =>
  page.getByRole('textbox', { name: en.arena.composer.label })

export async function ask(page: Page, text: string): Promise<void> {
  await composer(page).fill(text)
  await composer(page).press('Enter')
}

/** The pane of a corner; its name changes with the reveal, its place never. */
export const pane = (page: Page, corner: Corner, turn = 1): Locator =>
  page
    .getByRole('region', { name: sentence(en.arena.turn, { turn }) })
    .getByRole('article')
    .nth(corner === 'a' ? 0 : 1)

/** The words of an answer, without the header of its pane. */
export const answer = (page: Page, corner: Corner, turn = 1): Locator =>
  pane(page, corner, turn).getByRole('group', { name: /^Answer of/ })

export const voteButton = (page: Page, choice: Choice): Locator =>
  page.getByRole('button', { name: en.vote[choice], exact: true })

export const voteRow = (page: Page): Locator => page.getByRole('region', { name: en.vote.label })

/** Until the server takes votes on the last turn. */
export const untilVotable = (page: Page): Promise<void> => voteButton(page, 'tie').waitFor()

export const history = (page: Page): Locator =>
  page.getByRole('navigation', { name: en.history.label })

export const button = (page: Page | Locator, name: string): Locator =>
  page.getByRole('button', { name, exact: true })
