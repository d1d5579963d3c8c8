import type { PairFigures } from '#shared/protocol/leaderboard-views'

export interface Verdict {
  /** Without scores on one scale: `early` where there are votes on the two, `apart` where there is none. */
  kind: 'decided' | 'open' | 'even' | 'early' | 'apart'
  leader: 'a' | 'b' | null
  /** How sure it is that the leader is the better one. */
  sure: number | null
}

/** So near to one half nobody is ahead. */
const EVEN = 0.005

/** What can be said of a pair; it is decided only by the interval that allows for looking often. */
export function verdictOf(pair: Pick<PairFigures, 'better' | 'decided' | 'battles'>): Verdict {
  const { better, decided, battles } = pair
  if (better === null) {
    return { kind: battles > 0 ? 'early' : 'apart', leader: null, sure: null }
  }
  const sure = (leader: 'a' | 'b') => (leader === 'a' ? better : 1 - better)
  if (decided) return { kind: 'decided', leader: decided, sure: sure(decided) }
  if (Math.abs(better - 0.5) < EVEN) return { kind: 'even', leader: null, sure: better }
  const leader = better > 0.5 ? 'a' : 'b'
  return { kind: 'open', leader, sure: sure(leader) }
}
