import { useIntervalFn } from '@vueuse/core'
import { ref, watch } from 'vue'

/**
 * Whole seconds since `running` became true; stands still when it ends. What ran before this page looked is
 * `already`, in milliseconds. While `held`, nobody knows how it goes, and the clock stands still.
 */
export function useElapsed(
  running: () => boolean,
  already: () => number | undefined,
  held: () => boolean = () => false,
) {
  const seconds = ref(0)
  let since = 0
  const count = () => (seconds.value = Math.max(0, Math.floor((Date.now() - since) / 1000)))
  const { pause, resume } = useIntervalFn(count, 1000, { immediate: false })

  function begin(ms: number): void {
    since = Date.now() - ms
    count()
    if (!held()) resume()
  }

  watch(running, (now) => (now ? begin(already() ?? 0) : pause()), { immediate: true })
  // Another snapshot knows better; one that a frame has overtaken knows nothing.
  watch(already, (ms) => running() && ms !== undefined && begin(ms))
  watch(held, (now) => {
    if (now) return pause()
    if (!running()) return
    count()
    resume()
  })
  return seconds
}
