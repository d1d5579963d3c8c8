import { SeededRandom } from '../seeded-random.js'
import { forest } from './forest.js'
import { gaussian } from './gaussian.js'
import type { Learner, Sample } from './learner.js'

const FOLDS = 3

/** An attacker may choose the best of these. */
const LEARNERS: Record<string, () => Learner> = {
  LDA: () => gaussian(1),
  QDA: () => gaussian(0.15),
  forest: () => forest(40, new SeededRandom(11)),
}

export interface Guesses {
  /** Share of right guesses of each learner. */
  by: Record<string, number>
  /** Of the best of them. */
  best: number
}

/** Learns on two thirds, guesses the rest, three times over; the two sides of a battle stay together. */
export function guessAll(samples: readonly Sample[]): Guesses {
  const standard = standardised(samples)
  const by = Object.fromEntries(
    Object.entries(LEARNERS).map(([name, learner]) => [name, accuracy(standard, learner())]),
  )
  return { by, best: Math.max(...Object.values(by)) }
}

function accuracy(samples: readonly Sample[], learner: Learner): number {
  const foldOf = (index: number) => Math.floor(index / 2) % FOLDS
  let right = 0
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const guess = learner(samples.filter((_, index) => foldOf(index) !== fold))
    samples.forEach(({ features, label }, index) => {
      if (foldOf(index) === fold && guess(features) === label) right += 1
    })
  }
  return right / samples.length
}

/** Every feature with mean 0 and variance 1; those that never vary are left out. */
function standardised(samples: readonly Sample[]): Sample[] {
  const columns = (samples[0]?.features ?? []).map((_, column) => {
    const values = samples.map(({ features }) => features[column]!)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const spread = Math.sqrt(
      values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
    )
    return { column, mean, spread }
  })
  const varying = columns.filter(({ spread }) => spread > 1e-9)
  return samples.map(({ features, label }) => ({
    label,
    features: varying.map(({ column, mean, spread }) => (features[column]! - mean) / spread),
  }))
}
