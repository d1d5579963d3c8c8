import { useIntervalFn } from '@vueuse/core'
import { computed, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { serverNow } from '../lib/server-clock.js'

const TICK_MS = 250

/**
 * Milliseconds left until a moment on the server's clock, and never more than `most`; what really ends the wait
 * is the server's word.
 */
export function useCountdown(
  end: MaybeRefOrGetter<number | undefined>,
  most: MaybeRefOrGetter<number>,
) {
  const localEnd = ref(0)
  const now = ref(serverNow())
  const { pause, resume } = useIntervalFn(() => (now.value = serverNow()), TICK_MS, {
    immediate: false,
  })

  watch(
    () => toValue(end),
    (moment) => {
      now.value = serverNow()
      if (moment === undefined) return pause()
      localEnd.value = now.value + Math.min(Math.max(moment - now.value, 0), toValue(most))
      resume()
    },
    { immediate: true },
  )
  return computed(() => Math.max(0, localEnd.value - now.value))
}
