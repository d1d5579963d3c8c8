import { useEventListener, useResizeObserver } from '@vueuse/core'
import { nextTick, ref, watch, type Ref } from 'vue'
import { useScrollBehavior } from './useScrollBehavior.js'

/** Closer to the end than this still counts as being there: zoomed pages have fractions of pixels. */
const NEAR_PX = 40

/**
 * Keeps the end of a growing box in sight until the person scrolls away from it. `away` says that they did
 * and that there is something below; `toEnd` is the way back. `deep` says that the beginning is out of sight, where
 * whoever has let the end pass by wants to read from; `toStart` is the way there.
 */
export function useStickyScroll(
  box: Ref<HTMLElement | null>,
  content: Ref<HTMLElement | null>,
  follows: () => boolean,
) {
  const away = ref(false)
  const deep = ref(false)
  const gliding = useScrollBehavior()
  let top = 0
  let height = 0
  let atEnd = true

  const distance = (element: HTMLElement) =>
    element.scrollHeight - element.clientHeight - element.scrollTop

  const measure = (element: HTMLElement) => {
    atEnd = distance(element) <= NEAR_PX
    deep.value = element.scrollTop > NEAR_PX
  }

  function toEnd(behavior = gliding.value): void {
    away.value = false
    box.value?.scrollTo({ top: box.value.scrollHeight, behavior })
  }

  const toStart = (): void => box.value?.scrollTo({ top: 0, behavior: gliding.value })

  useEventListener(
    box,
    'scroll',
    () => {
      const element = box.value
      if (!element) return
      // Only a move upward leaves the end; growing text moves nothing.
      if (element.scrollTop < top) away.value = distance(element) > NEAR_PX
      else if (distance(element) <= NEAR_PX) away.value = false
      top = element.scrollTop
      // What a smaller box scrolls away by itself is no move of the person.
      if (element.clientHeight === height) measure(element)
    },
    { passive: true },
  )
  useResizeObserver(content, () => {
    if (follows() && !away.value) toEnd('instant')
    if (box.value) measure(box.value)
  })
  // Something took its place below, such as the facts of an answer: whoever was at the last line still sees it.
  useResizeObserver(box, () => {
    const element = box.value
    if (!element) return
    if (element.clientHeight < height && atEnd) toEnd('instant')
    height = element.clientHeight
    measure(element)
  })

  watch(follows, async (now) => {
    if (now) away.value = false
    // The last words come together with the end of following.
    await nextTick()
    if (!now && !away.value) toEnd('instant')
  })

  return { away, deep, toEnd, toStart }
}
