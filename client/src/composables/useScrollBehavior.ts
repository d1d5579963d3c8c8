import { usePreferredReducedMotion } from '@vueuse/core'
import { computed, type ComputedRef } from 'vue'

/** What a style sheet cannot decide for a script: scrolling glides, unless less motion is asked for. */
export function useScrollBehavior(): ComputedRef<ScrollBehavior> {
  const motion = usePreferredReducedMotion()
  return computed(() => (motion.value === 'reduce' ? 'instant' : 'smooth'))
}
