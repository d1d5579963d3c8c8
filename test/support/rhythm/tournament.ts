import type { Pace } from '#server/domain/pacing/flow'
import { SeededRandom } from '../seeded-random.js'
import { featuresOf } from './features.js'
import type { Sample } from './learner.js'
import { answerOf, SYNTHETIC_PROVIDERS } from './synthetic-provider.js'
import { watchBattle, type WatchedBattle } from './watched-battle.js'

export const BATTLES_EACH = 250

export interface Tournament {
  battles: WatchedBattle[]
  /** Two of each battle, one after the other. */
  samples: Sample[]
}

/** Each provider in as many battles, against random others, on either side; the same battles for every pace. */
export function playTournament(paceOf: (random: SeededRandom) => Pace): Tournament {
  const random = new SeededRandom(2026)
  const chance = new SeededRandom(7)
  const battles: WatchedBattle[] = []
  const samples: Sample[] = []
  for (const [a, b] of pairings(random)) {
    const answers = [
      answerOf(SYNTHETIC_PROVIDERS[a]!, random),
      answerOf(SYNTHETIC_PROVIDERS[b]!, random),
    ] as const
    const battle = watchBattle([...answers], paceOf(chance))
    battles.push(battle)
    samples.push({ features: featuresOf(battle, 0), label: a })
    samples.push({ features: featuresOf(battle, 1), label: b })
  }
  return { battles, samples }
}

/** Rounds in which everybody plays once. */
function pairings(random: SeededRandom): [number, number][] {
  const everybody = SYNTHETIC_PROVIDERS.map((_, index) => index)
  return Array.from({ length: BATTLES_EACH }, () => {
    const seats = random.shuffle(everybody)
    return seats.flatMap((a, index) =>
      index % 2 === 0 ? [[a, seats[index + 1]!] as [number, number]] : [],
    )
  }).flat()
}
