import { computed, onMounted, onUnmounted, watch, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Slice } from '#shared/protocol/leaderboard'
import { sliceOf, sliceQuery, withoutSlice, type Query } from '../lib/slice-query.js'
import { useLeaderboard } from '../stores/leaderboard.js'

/**
 * The slice that the address names, and the board of it, which follows. Each change is a step of the history:
 * the back button undoes it, and a link to the page shows what its sender saw.
 */
export function useSlice(): { slice: ComputedRef<Slice>; change: (patch: Slice) => void } {
  const route = useRoute()
  const router = useRouter()
  const leaderboard = useLeaderboard()
  const page = route.path
  const slice = computed(() => sliceOf(route.query))

  onMounted(() => void leaderboard.watch(slice.value))
  onUnmounted(leaderboard.unwatch)
  // A page that is being left has no say in what is watched: the address is already the next one's.
  watch(slice, (next) => void (route.path === page && leaderboard.show(next)))

  function change(patch: Slice): void {
    const next = sliceQuery({ ...slice.value, ...patch })
    const query = { ...withoutSlice(route.query as Query), ...next } as Record<string, string>
    void router.push({ query })
  }
  return { slice, change }
}
