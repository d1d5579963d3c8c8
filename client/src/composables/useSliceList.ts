import type { Ref } from 'vue'
import type { SliceList } from '#shared/protocol/leaderboard-views'
import { interfaceAddress } from '../lib/interface-address.js'
import { useLeaderboard } from '../stores/leaderboard.js'
import { useBoardData } from './useBoardData.js'

/** What can be chosen, and how many votes each choice has; null as long as it is not known. */
export function useSliceList(): Ref<SliceList | null> {
  const leaderboard = useLeaderboard()
  const { data } = useBoardData<SliceList>(() => {
    const { demo } = leaderboard.slice
    return interfaceAddress('slices', { demo: demo === undefined ? undefined : String(demo) })
  })
  return data
}
