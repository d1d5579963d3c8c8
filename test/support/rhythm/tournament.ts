import type { Pace } from '#server/domain/pacing/flow'
import { makePaceAgain } from '#server/domain/pacing/pace'
import type { BlindPace } from '#shared/vocabulary'
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

/** What a voter makes of a battle beside its first answers. */
export interface Looks {
  /** Prompts in all, each of which both sides answer. */
  prompts?: number
  /** Times that the side in question is asked again alone, in battles of this pace. */
  again?: { times: number; pace: BlindPace }
}

/** Each provider in as many battles, against random others, on either side; the same battles for every pace. */
export function playTournament(
  paceOf: (random: SeededRandom) => Pace,
  { prompts = 1, again }: Looks = {},
): Tournament {
  const random = new SeededRandom(2026)
  const chance = new SeededRandom(7)
  const battles: WatchedBattle[] = []
  const samples: Sample[] = []
  for (const [a, b] of pairings(random)) {
    const answer = (provider: number) => answerOf(SYNTHETIC_PROVIDERS[provider]!, random)
    const seen = Array.from({ length: prompts }, () =>
      watchBattle([answer(a), answer(b)], paceOf(chance)),
    )
    battles.push(...seen)
    for (const [side, label] of [a, b].entries()) {
      const alone = Array.from({ length: again?.times ?? 0 }, () =>
        watchBattle([answer(label)], makePaceAgain(again?.pace ?? 'off')),
      )
      const together = seen.flatMap((battle) => featuresOf(battle, side))
      samples.push({
        features: [...together, ...alone.flatMap((look) => featuresOf(look, 0))],
        label,
      })
    }
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
