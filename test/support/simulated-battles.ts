import type { SeededRandom } from '#server/domain/rating/algebra/seeded-random'
import type { Choice } from '#shared/vocabulary'

const POINTS_PER_LOGIT = 400 / Math.LN10

export const chanceOf = (lead: number): number => 1 / (1 + Math.exp(-lead))

/** Strengths in logits with mean zero, about as far apart as those of real boards. */
export function strengths(size: number, random: SeededRandom): number[] {
  const raw = Array.from({ length: size }, () => 0.7 * random.normal())
  const mean = raw.reduce((sum, value) => sum + value, 0) / size
  return raw.map((value) => value - mean)
}

export const ratingOf = (theta: number): number => 1000 + POINTS_PER_LOGIT * theta

/** A vote whose mean is the chance p, about `ties` of them ties, as the model says of a mean only. */
export function voteAt(p: number, ties: number, random: SeededRandom): Choice {
  const tie = Math.min(ties, 2 * p, 2 * (1 - p))
  const u = random.next()
  if (u < tie) return u < tie / 2 ? 'tie' : 'both_bad'
  return u < tie + p - tie / 2 ? 'a' : 'b'
}

/** Two different numbers below the size. */
export function drawPair(size: number, random: SeededRandom): [number, number] {
  const a = Math.floor(random.next() * size)
  const b = Math.floor(random.next() * (size - 1))
  return [a, b < a ? b : b + 1]
}
