import { usePreferredReducedMotion } from '@vueuse/core'
import { nextTick, watch, type Ref, type WatchSource } from 'vue'

const GLIDE_MS = 200

/** Lets an element glide from where it was to where a change of the layout has put it. */
export function useGlide(element: Ref<HTMLElement | null>, change: WatchSource<unknown>): void {
  const motion = usePreferredReducedMotion()
  watch(change, async () => {
    const before = element.value?.getBoundingClientRect()
    await nextTick()
    const after = element.value?.getBoundingClientRect()
    if (!before || !after || motion.value === 'reduce') return
    const [x, y] = [before.left - after.left, before.top - after.top]
    element.value?.animate(
      { transform: [`translate(${x}px, ${y}px)`, 'none'] },
      { duration: GLIDE_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
    )
  })
}
