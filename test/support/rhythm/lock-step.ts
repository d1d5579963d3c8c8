import type { Pace } from '#server/domain/pacing/flow'

/** What others do: the faster side waits for the slower one. Here for comparison. */
export const lockStep: Pace = {
  advance(_, flows) {
    const open = flows.filter(({ ended }) => !ended).map(({ received }) => received)
    const common = open.length > 0 ? Math.min(...open) : Infinity
    return flows.map(({ received, ended }) => ({
      shown: Math.min(received, common),
      over: ended && received <= common,
    }))
  },
}
