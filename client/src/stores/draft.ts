import { useSessionStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import type { Parameters } from '#shared/protocol/conversation'
import type { Mode } from '#shared/vocabulary'

/** What a person has set up for the next conversation of a named mode. */
export interface Setup {
  models: string[]
  parameters: Parameters
  systemPrompt: string
}

const emptySetup = (): Setup => ({ models: [], parameters: {}, systemPrompt: '' })

/** What was typed or set up and not sent yet: it outlives a reload, not the tab. */
export const useDraft = defineStore('draft', () => {
  const texts = useSessionStorage<Record<string, string>>('ringside.drafts', {})
  const setups = useSessionStorage<Partial<Record<Mode, Setup>>>('ringside.setups', {})

  /** The draft of a place: a mode's empty page, or a conversation. */
  const textOf = (place: string): string => texts.value[place] ?? ''

  function keep(place: string, text: string): void {
    const others = Object.entries(texts.value).filter(([other]) => other !== place)
    texts.value = Object.fromEntries(text === '' ? others : [...others, [place, text]])
  }

  const setupOf = (mode: Mode): Setup => setups.value[mode] ?? emptySetup()

  function keepSetup(mode: Mode, setup: Setup): void {
    setups.value = { ...setups.value, [mode]: setup }
  }

  return { textOf, keep, setupOf, keepSetup }
})
