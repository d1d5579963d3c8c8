import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'
import { ref, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import type { Failure } from '../lib/outcome.js'
import { useAdmin } from '../stores/admin.js'

/**
 * What an address of the admin side answers, asked for again when the address changes and every `everyMs` while
 * the page is looked at. What is there stays until its successor arrives.
 */
export function useAdminData<T>(
  path: MaybeRefOrGetter<string>,
  everyMs: number,
): {
  data: Ref<T | null>
  failure: Ref<Failure | null>
  /** When `data` came, in milliseconds since the epoch. */
  at: Ref<number>
  load: () => Promise<void>
} {
  const admin = useAdmin()
  const visibility = useDocumentVisibility()
  const data = shallowRef<T | null>(null)
  const failure = ref<Failure | null>(null)
  const at = ref(0)

  async function load(): Promise<void> {
    const asked = toValue(path)
    const outcome = await admin.call<T>('GET', asked)
    if (asked !== toValue(path)) return
    failure.value = outcome.ok ? null : outcome.error
    if (!outcome.ok) return
    data.value = outcome.data
    at.value = Date.now()
  }

  watch(() => toValue(path), load, { immediate: true })
  const { pause, resume } = useIntervalFn(() => void load(), everyMs)
  watch(visibility, (now) => {
    if (now === 'hidden') return pause()
    void load()
    resume()
  })
  return { data, failure, at, load }
}
