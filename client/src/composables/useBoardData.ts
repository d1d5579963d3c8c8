import {
  onScopeDispose,
  ref,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type Ref,
} from 'vue'
import { http } from '../lib/http.js'
import type { Failure } from '../lib/outcome.js'
import { useLeaderboard } from '../stores/leaderboard.js'

/** However fast votes come in, what a picture shows is asked for no more often; in milliseconds. */
const EVERY_MS = 3_000

/**
 * What an address of the interface answers, asked for again when the address changes or the watched board does.
 * `null` as the address asks for nothing. What is there stays until the next of the same kind arrives.
 */
export function useBoardData<T>(path: MaybeRefOrGetter<string | null>): {
  data: Ref<T | null>
  failure: Ref<Failure | null>
  load: () => Promise<void>
} {
  const leaderboard = useLeaderboard()
  const data = shallowRef<T | null>(null)
  const failure = ref<Failure | null>(null)
  let askedAt = 0
  let later: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    clearTimeout(later)
    later = undefined
    askedAt = Date.now()
    const asked = toValue(path)
    if (asked === null) return
    const outcome = await http<T>('GET', asked)
    if (asked !== toValue(path)) return
    failure.value = outcome.ok ? null : outcome.error
    if (outcome.ok) data.value = outcome.data
  }

  watch(
    () => toValue(path),
    () => {
      data.value = null
      failure.value = null
      void load()
    },
    { immediate: true },
  )
  watch(
    () => leaderboard.board?.updatedAt,
    (_, before) => {
      if (before === undefined || later !== undefined) return
      later = setTimeout(() => void load(), Math.max(0, askedAt + EVERY_MS - Date.now()))
    },
  )
  onScopeDispose(() => clearTimeout(later))
  return { data, failure, load }
}
