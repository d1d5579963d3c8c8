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
      if (element) current.value = Math.round(element.scrollLeft / Math.max(element.clientWidth, 1))
    },
    { passive: true },
  )
  function show(index: number): void {
    row.value?.scrollTo({ left: index * row.value.clientWidth, behavior: behavior.value })
  }
  return { current, show }
}
