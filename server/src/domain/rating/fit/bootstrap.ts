import type { Random } from '../../ports.js'
import type { Pairs } from '../pairs.js'
import { fitBradleyTerry } from './bradley-terry.js'
import { isConnected } from './components.js'

/** Where the middle 95 % of the samples of one strength lie, and how far they spread, in logits. */
export interface Resampled {
  lower: number
  upper: number
  deviation: number
}

/**
 * Intervals by the bootstrap of Efron (1979), as Chatbot Arena had them: each sample draws as many battles as
 * there are, with replacement, and is fitted anew from where the whole stands; the ends are the 2.5 and 97.5
 * percentiles. Counts make it cheap: a sample of battles is a multinomial draw over the outcomes of the pairs.
 * For comparison only: the sandwich is exact where this is noisy.
 * @param theta strengths of the whole, mean zero; the models must be strongly connected
 * @returns one of each model; samples that fall apart are left out, all of them: nothing is known
 */
export function bootstrap(
  pairs: Pairs,
  theta: Float64Array,
  rounds: number,
  random: Random,
): Resampled[] {
  const cells = cellsOf(pairs)
  const total = pairs.battles.reduce((sum, battles) => sum + battles, 0)
  const samples: Float64Array[] = []
  for (let round = 0; round < rounds; round += 1) {
    const drawn = resampled(pairs, cells, total, random)
    const isWhole = isConnected(theta.length, drawn)
    if (isWhole) samples.push(fitBradleyTerry(theta.length, drawn, theta))
  }
  return Array.from(theta, (_, i) => spreadOf(samples.map((sample) => sample[i]!)))
}

/** Battles of a pair that ended alike, or nearly: how many there are, and the mean and variance of their outcome. */
interface Cell {
  pair: number
  count: number
  mean: number
  variance: number
}

/**
 * Wins n₁, even ones nₑ and losses with n₁ + nₑ / 2 = Σ y and n₁ + nₑ / 4 = Σ y², which single votes have exactly.
 * Where many people voted on a battle no such numbers need exist: then all are one cell with its variance.
 */
function cellsOf(pairs: Pairs): Cell[] {
  return Array.from(pairs.battles, (battles, pair): Cell[] => {
    const points = pairs.points[pair]!
    const squares = pairs.squares[pair]!
    const even = 4 * (points - squares)
    const won = points - even / 2
    const lost = battles - won - even
    if (Math.min(won, lost) < -1e-9) {
      const mean = points / battles
      return [{ pair, count: battles, mean, variance: squares / battles - mean ** 2 }]
    }
    return [
      { pair, count: won, mean: 1, variance: 0 },
      { pair, count: even, mean: 0.5, variance: 0 },
      { pair, count: lost, mean: 0, variance: 0 },
    ]
  }).flat()
}

/** A multinomial sample, cell by cell: each takes a binomial share of what is left. */
function resampled(pairs: Pairs, cells: readonly Cell[], total: number, random: Random): Pairs {
  const battles = new Float64Array(pairs.battles.length)
  const points = new Float64Array(battles.length)
  const squares = new Float64Array(battles.length)
  let left = Math.round(total)
  let mass = total
  for (const { pair, count, mean, variance } of cells) {
    const drawn = mass > 0 ? binomial(left, Math.min(1, count / mass), random) : 0
    mass -= count
    left -= drawn
    battles[pair]! += drawn
    const won = drawn * mean + Math.sqrt(Math.max(0, drawn * variance)) * normal(random)
    points[pair]! += Math.min(drawn, Math.max(0, won))
    squares[pair]! += drawn * (mean ** 2 + variance)
  }
  return { ...pairs, battles, points, squares }
}

/** Above this mean, in both directions, a normal draw is indistinguishable for our purpose. */
const MANY = 40

/** How many of n trials with chance p succeed: by inversion where few do, else by a rounded normal draw. */
export function binomial(n: number, p: number, random: Random): number {
  if (n <= 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomial(n, 1 - p, random)
  if (n * p > MANY) {
    const drawn = Math.round(n * p + Math.sqrt(n * p * (1 - p)) * normal(random))
    return Math.min(n, Math.max(0, drawn))
  }
  const odds = p / (1 - p)
  let chance = Math.exp(n * Math.log1p(-p))
  let rest = random.next() - chance
  let k = 0
  while (rest > 0 && k < n) {
    k += 1
    chance *= (odds * (n - k + 1)) / k
    rest -= chance
  }
  return k
}

/** Box and Muller (1958). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

function spreadOf(samples: readonly number[]): Resampled {
  const sorted = [...samples].sort((x, y) => x - y)
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length
  const squares = sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return {
    lower: percentile(sorted, 0.025),
    upper: percentile(sorted, 0.975),
    deviation: Math.sqrt(squares / Math.max(1, sorted.length - 1)),
  }
}

/** Between the two samples beside it in proportion, as numpy has it; not a number without samples. */
function percentile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const [low, high] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]]
  return low === undefined || high === undefined ? Number.NaN : low + (place - below) * (high - low)
}
