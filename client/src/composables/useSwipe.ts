import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { useScrollBehavior } from './useScrollBehavior.js'

/** Which card of a row that snaps is in sight, and the way to another one. */
export function useSwipe(row: Ref<HTMLElement | null>) {
  const current = ref(0)
  const behavior = useScrollBehavior()
  useEventListener(
    row,
    'scroll',
    () => {
      const element = row.value
      // From right to left a row is scrolled to below zero.
      if (element)
        current.value = Math.round(Math.abs(element.scrollLeft) / Math.max(element.clientWidth, 1))
    },
    { passive: true },
  )
  function show(index: number): void {
    const element = row.value
    if (!element) return
    const way = getComputedStyle(element).direction === 'rtl' ? -1 : 1
    element.scrollTo({ left: way * index * element.clientWidth, behavior: behavior.value })
  }
  return { current, show }
}
