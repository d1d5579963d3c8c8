import { useMediaQuery } from '@vueuse/core'
import { nextTick, watch, type Ref } from 'vue'
import type { VoteStage } from '../lib/vote-stage.js'

/** Marks where the focus rests at each stage of a vote. */
const REST = '[data-rest]'

export const isResting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches(REST)

/** The box's own value: what an input method is still composing has not reached the model yet. */
const isEmptyBox = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement && element.value === ''

/**
 * Where the focus goes with a vote. Sending leaves it in the prompt's box, where a figure is text; when the
 * vote opens and nothing has been written there, it comes to the question, where a figure is a vote. And what
 * had the focus goes at every stage: then its successor has it, never the page as a whole.
 */
export function useVoteFocus(panel: Ref<HTMLElement | null>, stage: () => VoteStage) {
  // On a phone there are no keys to win by it.
  const precise = useMediaQuery('(pointer: fine)')
  const rest = () => panel.value?.querySelector<HTMLElement>(REST)?.focus()

  watch(stage, async (now, before) => {
    const focused = document.activeElement
    await nextTick()
    const opened = now === 'asked' && (before === 'waiting' || before === 'early')
    if (opened && precise.value && focused === document.activeElement && isEmptyBox(focused)) rest()
    else if (focused && !focused.isConnected) rest()
  })

  return { rest }
}
