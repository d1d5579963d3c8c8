import { computed, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Failure } from '../lib/outcome.js'
import { useAdmin } from '../stores/admin.js'

/**
 * A list that comes in pages, from the newest on; begun anew when its address changes.
 * @param rowsOf the rows of a page, whose `next` names the page after it
 */
export function useAdminPages<P extends { next?: string }, R>(
  path: MaybeRefOrGetter<string>,
  rowsOf: (page: P) => R[],
) {
  const admin = useAdmin()
  const rows = shallowRef<R[] | null>(null)
  const next = ref<string>()
  const failure = ref<Failure | null>(null)
  const busy = ref(false)

  async function fetchPage(before: string | undefined): Promise<void> {
    const asked = toValue(path)
    busy.value = true
    const glue = asked.includes('?') ? '&' : '?'
    const outcome = await admin.call<P>('GET', before ? `${asked}${glue}before=${before}` : asked)
    busy.value = false
    if (asked !== toValue(path)) return
    failure.value = outcome.ok ? null : outcome.error
    if (!outcome.ok) return
    const came = rowsOf(outcome.data)
    rows.value = before ? [...(rows.value ?? []), ...came] : came
    next.value = outcome.data.next
  }

  const load = () => fetchPage(undefined)
  watch(() => toValue(path), load, { immediate: true })
  return {
    rows,
    failure,
    busy,
    load,
    hasMore: computed(() => next.value !== undefined),
    more: () => fetchPage(next.value),
  }
}
