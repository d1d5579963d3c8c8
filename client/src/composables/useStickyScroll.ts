import { useEventListener, useResizeObserver } from '@vueuse/core'
import { nextTick, ref, watch, type Ref } from 'vue'
import { useScrollBehavior } from './useScrollBehavior.js'

/** Closer to the end than this still counts as being there: zoomed pages have fractions of pixels. */
const NEAR_PX = 40

/**
 * Keeps the end of a growing box in sight until the person scrolls away from it. `away` says that they did
 * and that there is something below; `toEnd` is the way back.
 */
export function useStickyScroll(
  box: Ref<HTMLElement | null>,
  content: Ref<HTMLElement | null>,
  follows: () => boolean,
) {
  const away = ref(false)
  const gliding = useScrollBehavior()
  let top = 0

  const distance = (element: HTMLElement) =>
    element.scrollHeight - element.clientHeight - element.scrollTop

  function toEnd(behavior = gliding.value): void {
    away.value = false
    box.value?.scrollTo({ top: box.value.scrollHeight, behavior })
  }

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
    },
    { passive: true },
  )
  useResizeObserver(content, () => {
    if (follows() && !away.value) toEnd('instant')
  })

  watch(follows, async (now) => {
    if (now) away.value = false
    // The last words come together with the end of following.
    await nextTick()
    if (!now && !away.value) toEnd('instant')
  })

  return { away, toEnd }
}
