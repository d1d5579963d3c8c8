import { winChance } from '../scale.js'
import { alwaysValidReach } from './always-valid.js'

/** Two models that would take more battles than this to tell apart are called equal. */
const MOST_BATTLES = 1_000_000

/**
 * About how many battles of a pair more would end its always-valid interval short of zero, should the lead
 * stay what it is (logits): each adds p (1 − p) to the precision 1 / error², and the needed precision is
 * where lead = reach · error. Null above a million.
 */
export function moreBattles(lead: number, error: number): number | null {
  const information = winChance(lead) * winChance(-lead)
  const precision = 1 / error ** 2
  const isDecided = (battles: number): boolean => {
    const then = 1 / Math.sqrt(precision + battles * information)
    return alwaysValidReach(then) * then < Math.abs(lead)
  }
  if (!isDecided(MOST_BATTLES)) return null
  let low = 0
  let high = MOST_BATTLES
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isDecided(middle)) high = middle
    else low = middle
  }
  return high
}
