import { useIntervalFn } from '@vueuse/core'
import { ref, watch } from 'vue'

/** Whole seconds since `running` last became true on this page; stands still when it ends. */
export function useElapsed(running: () => boolean) {
  const seconds = ref(0)
  let since = 0
  const { pause, resume } = useIntervalFn(
    () => (seconds.value = Math.floor((Date.now() - since) / 1000)),
    1000,
    { immediate: false },
  )
  watch(
    running,
    (now) => {
      if (!now) return pause()
      since = Date.now()
      seconds.value = 0
      resume()
    },
    { immediate: true },
  )
  return seconds
}
