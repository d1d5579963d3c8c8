import type { SliceList } from '#shared/protocol/leaderboard-views'
import { CATEGORIES, LANGUAGES, PERIODS, type Language } from '#shared/vocabulary'

export interface Choice<V extends string> {
  value: V
  /** Null as long as nobody has said. */
  votes: number | null
}

/** Every category, and how many votes each has. */
export const categoryChoices = (list: SliceList | null): Choice<(typeof CATEGORIES)[number]>[] =>
  CATEGORIES.map((value) => ({ value, votes: votesOf(list?.categories, value) }))

export const periodChoices = (list: SliceList | null): Choice<(typeof PERIODS)[number]>[] =>
  PERIODS.map((value) => ({ value, votes: votesOf(list?.periods, value) }))

/** Languages that have votes, and the one that is asked for, so that it can be seen and left. */
export function languageChoices(list: SliceList | null, chosen?: string): Choice<Language>[] {
  const choices: Choice<Language>[] = list?.languages ?? []
  const asked = LANGUAGES.find((language) => language === chosen)
  if (!asked || choices.some(({ value }) => value === asked)) return [...choices]
  return [...choices, { value: asked, votes: list ? 0 : null }]
}

const votesOf = (choices: readonly { value: string; votes: number }[] | undefined, value: string) =>
  choices?.find((choice) => choice.value === value)?.votes ?? null

/** The name of a language in the words of another: "Chinese". Null for what no browser knows. */
export function languageName(language: string, locale: string): string | null {
  try {
    return (
      new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(language) ?? null
    )
  } catch {
    return null
  }
}
