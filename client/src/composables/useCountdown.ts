import { useIntervalFn } from '@vueuse/core'
import { computed, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'

const TICK_MS = 250

/**
 * Milliseconds left until a moment on the server's clock. The browser's clock may be wrong, so that more than
 * `most` is never left; what really ends the wait is the server's word.
 */
export function useCountdown(
  end: MaybeRefOrGetter<number | undefined>,
  most: MaybeRefOrGetter<number>,
) {
  const localEnd = ref(0)
  const now = ref(Date.now())
  const { pause, resume } = useIntervalFn(() => (now.value = Date.now()), TICK_MS, {
    immediate: false,
  })

  watch(
    () => toValue(end),
    (moment) => {
      now.value = Date.now()
      if (moment === undefined) return pause()
      localEnd.value = now.value + Math.min(Math.max(moment - now.value, 0), toValue(most))
      resume()
    },
    { immediate: true },
  )
  return computed(() => Math.max(0, localEnd.value - now.value))
}
