import { computed, ref, watch, type Ref } from 'vue'

/**
 * Lets a box keep the height that it had when `kept` began, so that what stands above it stays where it is
 * though something in the box has gone. A style for the box.
 */
export function useKeptHeight(box: Ref<HTMLElement | null>, kept: () => boolean) {
  const height = ref(0)
  watch(
    kept,
    (now) => (height.value = now ? (box.value?.getBoundingClientRect().height ?? 0) : 0),
    // Before the page is drawn anew: the old height is the one to keep.
    { flush: 'pre' },
  )
  return computed(() => (height.value > 0 ? { minHeight: `${height.value}px` } : {}))
}
