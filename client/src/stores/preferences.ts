import { usePreferredLanguages, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, watchEffect } from 'vue'
import { applyLocale, isLocale, preferredLocale, type Locale } from '../i18n/index.js'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

interface Preferences {
  theme: Theme
  /** Absent: the browser's own language. */
  locale?: Locale
  /** Whether the two answers scroll together. */
  linkedScroll: boolean
  /** Whether the keys 1 to 4 vote from anywhere on the page, and not only at the question. */
  voteKeys: boolean
  /** Whether a screen reader is told what the answers say while they come. */
  spokenAnswers: boolean
}

const DEFAULTS: Preferences = {
  theme: 'system',
  linkedScroll: false,
  voteKeys: true,
  spokenAnswers: false,
}

/** What the browser remembers may be older than this page, or be edited by hand: a value that is not ours is dropped. */
function parsePreferences(stored: string): Preferences {
  let found: Record<string, unknown> = {}
  try {
    found = Object(JSON.parse(stored)) as Record<string, unknown>
  } catch {
    return { ...DEFAULTS }
  }
  return {
    theme: THEMES.find((theme) => theme === found.theme) ?? DEFAULTS.theme,
    locale: isLocale(found.locale) ? found.locale : undefined,
    linkedScroll: found.linkedScroll === true,
    voteKeys: found.voteKeys !== false,
    spokenAnswers: found.spokenAnswers === true,
  }
}

/** What a person chose about the page itself; kept in the browser, in step between its tabs, never sent anywhere. */
export const usePreferences = defineStore('preferences', () => {
  // public/theme.js reads the same key before the first paint.
  const stored = useStorage<Preferences>('ringside.preferences', { ...DEFAULTS }, undefined, {
    serializer: { read: parsePreferences, write: JSON.stringify },
  })
  const languages = usePreferredLanguages()

  const field = <K extends keyof Preferences>(name: K) =>
    computed({
      get: () => stored.value[name],
      set: (value: Preferences[K]) => {
        stored.value = { ...stored.value, [name]: value }
      },
    })

  const theme = field('theme')
  const locale = computed({
    get: () => stored.value.locale ?? preferredLocale(languages.value),
    set: (value: Locale) => {
      stored.value = { ...stored.value, locale: value }
    },
  })

  watchEffect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme.value
  })
  // Without its words the page stays in the language that it is in.
  watchEffect(() => void applyLocale(locale.value).catch(() => undefined))

  return {
    theme,
    locale,
    linkedScroll: field('linkedScroll'),
    voteKeys: field('voteKeys'),
    spokenAnswers: field('spokenAnswers'),
  }
})
