import { useSessionStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import type { AnswerParameters } from '#shared/protocol/conversation'
import type { Mode } from '#shared/vocabulary'

/** What a person has set up for the next conversation of a named mode. */
export interface Setup {
  models: string[]
  parameters: AnswerParameters
  systemPrompt: string
}

/** A prompt on its way to the server, and the place whose box it came from. */
interface Sent {
  place: string
  text: string
}

const emptySetup = (): Setup => ({ models: [], parameters: {}, systemPrompt: '' })

/** What was typed or set up and not sent yet: it outlives a reload, not the tab. */
export const useDraft = defineStore('draft', () => {
  const texts = useSessionStorage<Record<string, string>>('ringside.drafts', {})
  const sent = useSessionStorage<Sent[]>('ringside.sent', [], { shallow: true })
  const setups = useSessionStorage<Partial<Record<Mode, Setup>>>('ringside.setups', {})

  /** The draft of a place: a mode's empty page, or a conversation. */
  const textOf = (place: string): string => texts.value[place] ?? ''

  function keep(place: string, text: string): void {
    const others = Object.entries(texts.value).filter(([other]) => other !== place)
    texts.value = Object.fromEntries(text === '' ? others : [...others, [place, text]])
  }

  /** Empties the box for a prompt that is sent; until it is settled, a reload brings it back. */
  function send(place: string): Sent {
    const prompt = { place, text: textOf(place) }
    sent.value = [...sent.value, prompt]
    keep(place, '')
    return prompt
  }

  /** What was not taken returns to its box, ahead of what was typed there since. */
  function settle(prompt: Sent, taken: boolean): void {
    sent.value = sent.value.filter((other) => other !== prompt)
    if (taken) return
    const typed = textOf(prompt.place)
    keep(prompt.place, typed === '' ? prompt.text : `${prompt.text}\n\n${typed}`)
  }

  /** Takes words that need not be sent any more out of the head of a draft. */
  function takeOut(place: string, words: string): void {
    const text = textOf(place)
    if (text.startsWith(words)) keep(place, text.slice(words.length).trimStart())
  }

  // The page that waited for their answers is gone.
  sent.value.forEach((prompt) => settle(prompt, false))

  const setupOf = (mode: Mode): Setup => setups.value[mode] ?? emptySetup()

  function keepSetup(mode: Mode, setup: Setup): void {
    setups.value = { ...setups.value, [mode]: setup }
  }

  return { textOf, keep, send, settle, takeOut, setupOf, keepSetup }
})
