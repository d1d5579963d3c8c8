import { useIntervalFn } from '@vueuse/core'
import { reactive, watch } from 'vue'
import { isTerminal, type Side } from '#shared/vocabulary'
import { wholeSentences } from '../lib/whole-sentences.js'
import { useConversation } from '../stores/conversation.js'
import { usePreferences } from '../stores/preferences.js'

/** Between two pieces: one side speaks at a time, and a screen reader gets through some sentences. */
const PIECE_MS = 4_000

/**
 * What the answers of the last turn say, for a screen reader: whole sentences, the sides in turns, and nothing where
 * a person has not asked for it. Of what was there before this page looked nothing is said.
 */
export function useSpokenAnswers() {
  const conversation = useConversation()
  const preferences = usePreferences()
  const spoken = reactive<Partial<Record<Side, string>>>({})
  const said = new Map<string, number>()
  let last: Side | undefined

  const answersOf = () =>
    Object.entries(conversation.turns.at(-1)?.answers ?? {}).map(([side, answer]) => ({
      side: side as Side,
      answer,
      key: `${conversation.id}:${conversation.turns.length}:${side}:${answer.attempt}`,
    }))

  /** The side that did not speak last goes first. */
  function next(): void {
    const sides = answersOf().toSorted(
      (one, other) => Number(one.side === last) - Number(other.side === last),
    )
    for (const { side, answer, key } of sides) {
      const ended = isTerminal(answer.status)
      const { words, to } = wholeSentences(answer.text, said.get(key) ?? 0, ended)
      said.set(key, to)
      if (!words) continue
      spoken[side] = words
      last = side
      return
    }
    if (sides.every(({ answer }) => isTerminal(answer.status))) pause()
  }

  const { pause, resume } = useIntervalFn(next, PIECE_MS, { immediate: false })

  watch(
    () => preferences.spokenAnswers && answersOf().some(({ answer }) => !isTerminal(answer.status)),
    (running) => {
      if (!running) return
      said.clear()
      for (const { key, answer } of answersOf()) said.set(key, answer.text.length)
      resume()
    },
    { immediate: true },
  )

  return spoken
}
