import { computed, onMounted, type ComputedRef } from 'vue'
import type { Mode } from '#shared/vocabulary'
import { useSite } from '../stores/site.js'

/** Said before anything is written; a battle that has begun has its pair. */
export function useTooFewModels(next: () => { mode: Mode; begun: boolean }): ComputedRef<boolean> {
  const site = useSite()
  const tooFew = computed(() => {
    const { mode, begun } = next()
    return mode === 'battle' && !begun && site.site?.battles === false
  })
  onMounted(() => tooFew.value && site.load())
  return tooFew
}
