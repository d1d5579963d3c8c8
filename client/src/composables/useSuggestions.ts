import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { wordsFor } from '../lib/words-for.js'
import { useSite } from '../stores/site.js'

/** Those that Ringside brings; what they say is with the other words. */
export const OURS = ['explain', 'code', 'decide', 'calculate'] as const

export interface Suggestions {
  /** Of one of ours. */
  id?: (typeof OURS)[number]
  name: string
  prompts: string[]
}

/** Prompts to start with by category: the operator's, and ours where there are none. */
export function useSuggestions() {
  const { t, tm, rt, locale } = useI18n()
  const site = useSite()

  return computed<Suggestions[]>(() => {
    // Until the arena has said what it is, nothing that would be replaced at once.
    if (!site.site) return []
    const own = site.site.suggestions
    if (!own) {
      return OURS.map((id) => ({
        id,
        name: t(`arena.suggestions.${id}.title`),
        prompts: (tm(`arena.suggestions.${id}.prompts`) as string[]).map((prompt) => rt(prompt)),
      }))
    }
    return own.map(({ name, prompts }) => ({
      name: wordsFor(name, locale.value),
      prompts: prompts.map((prompt) => wordsFor(prompt, locale.value)),
    }))
  })
}
