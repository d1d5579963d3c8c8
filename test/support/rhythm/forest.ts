import type { SeededRandom } from '../seeded-random.js'
import type { Learner, Sample } from './learner.js'

type Tree = { votes: number[] } | { feature: number; limit: number; low: Tree; high: Tree }

const CLASSES = 8
const DEPTH = 12
const SMALLEST_LEAF = 6
/** Limits that are tried of one feature: extremely randomised trees, Geurts 2006. */
const TRIES = 4

/** Many random trees that vote; finds what no Gaussian can, thresholds and islands. */
export function forest(trees: number, random: SeededRandom): Learner {
  return (samples) => {
    const grown = Array.from({ length: trees }, () => {
      const bag = samples.map(() => random.pick(samples))
      return grow(bag, DEPTH, random)
    })
    return (features) => {
      const votes = new Array<number>(CLASSES).fill(0)
      for (const tree of grown) {
        leafOf(tree, features).forEach((share, label) => (votes[label]! += share))
      }
      return votes.indexOf(Math.max(...votes))
    }
  }
}

function leafOf(tree: Tree, features: readonly number[]): number[] {
  let node = tree
  while (!('votes' in node)) node = features[node.feature]! < node.limit ? node.low : node.high
  return node.votes
}

function grow(samples: readonly Sample[], depth: number, random: SeededRandom): Tree {
  const counts = countsOf(samples)
  const pure = counts.some((count) => count === samples.length)
  const split =
    depth > 0 && !pure && samples.length >= 2 * SMALLEST_LEAF && bestSplit(samples, random)
  if (!split) return { votes: counts.map((count) => count / samples.length) }
  const { feature, limit } = split
  const low = samples.filter((each) => each.features[feature]! < limit)
  const high = samples.filter((each) => each.features[feature]! >= limit)
  return { feature, limit, low: grow(low, depth - 1, random), high: grow(high, depth - 1, random) }
}

function bestSplit(samples: readonly Sample[], random: SeededRandom) {
  const width = samples[0]!.features.length
  let best: { feature: number; limit: number; impurity: number } | undefined
  for (let tried = 0; tried < Math.ceil(Math.sqrt(width)) + 2; tried += 1) {
    const feature = random.below(width)
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const limit = random.pick(samples).features[feature]!
      const low = new Array<number>(CLASSES).fill(0)
      const high = new Array<number>(CLASSES).fill(0)
      for (const { features, label } of samples) {
        const side = features[feature]! < limit ? low : high
        side[label]! += 1
      }
      const [lows, highs] = [total(low), total(high)]
      if (lows < SMALLEST_LEAF || highs < SMALLEST_LEAF) continue
      const impurity = lows * gini(low, lows) + highs * gini(high, highs)
      if (!best || impurity < best.impurity) best = { feature, limit, impurity }
    }
  }
  return best
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

const gini = (counts: readonly number[], sum: number): number =>
  1 - counts.reduce((squares, count) => squares + (count / sum) ** 2, 0)

function countsOf(samples: readonly Sample[]): number[] {
  const counts = new Array<number>(CLASSES).fill(0)
  for (const { label } of samples) counts[label]! += 1
  return counts
}
