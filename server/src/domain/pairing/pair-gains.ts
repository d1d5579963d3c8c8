import { factor, invert } from '../rating/algebra/cholesky.js'
import { block, mirrored } from '../rating/algebra/matrix.js'
import { normalBelow } from '../rating/algebra/normal.js'
import type { Standings } from '../rating/board.js'
import { LowerLaplacian } from '../rating/fit/laplacian.js'
import { lookAt } from '../rating/fit/likelihood.js'
import { sandwich } from '../rating/fit/sandwich.js'
import type { PairCounts } from '../rating/pair-counts.js'
import { POINTS_PER_LOGIT, winChances } from '../rating/scale.js'

/** Virtual battles of each model against one of mean strength: they keep what is unknown of a new one finite. */
const PRIOR_BATTLES = 0.5

/**
 * How much one more battle of each two models would tell: a symmetric table row by row, in the order of
 * `models`, zero on the diagonal. What is not known is Σ ω_kl Var(θ_k − θ_l) over all pairs of them, ω being
 * the chance that the order of the two is the wrong one, so that what is settled counts for nothing. A battle
 * of i and j brings the information α = p (1 − p) and, by Sherman and Morrison (1950), lowers that sum by
 * α xᵀ L x / (1 + α v), with x = C (e_i − e_j), v = Var(θ_i − θ_j), C the covariance of the strengths and L
 * the Laplacian of ω. It is the rule of Chiang et al. (2024, section 5) with the fall of the variance worked
 * out from all counts, indirect ones too, and with an aim.
 * @param models those that can be drawn; others count as ways between them
 */
export function pairGains(
  models: readonly string[],
  counts: PairCounts,
  board: Standings,
): Float64Array {
  const all = [...new Set([...models, ...counts.models()])].sort()
  const theta = strengths(all, board)
  const positions = models.map((model) => all.indexOf(model))
  const covariance = covarianceOf(counts, all, theta)
  const error = (i: number, j: number): number => Math.sqrt(spread(covariance, all.length, i, j))
  const { a, b } = pairsOf(positions)
  const open = new LowerLaplacian(all.length)
  for (const [k, i] of a.entries()) {
    const j = b[k]!
    open.add(i, j, normalBelow(-Math.abs(theta[i]! - theta[j]!) / error(i, j)))
  }
  const felt = sandwich(covariance, mirrored(open.matrix(), all.length), all.length)
  const gains = new Float64Array(all.length ** 2)
  for (const [k, i] of a.entries()) {
    const j = b[k]!
    const [p, q] = winChances(theta[i]! - theta[j]!)
    const fall =
      (p * q * spread(felt, all.length, i, j)) / (1 + p * q * spread(covariance, all.length, i, j))
    gains[i * all.length + j] = gains[j * all.length + i] = Math.max(0, fall)
  }
  return block(gains, all.length, positions)
}

/** Logits with mean zero over the ranked models; zero for a model without votes. */
function strengths(models: readonly string[], { rows, middle }: Standings): Float64Array {
  const ratings = new Map(rows.map(({ model, rating }) => [model, rating]))
  return Float64Array.from(
    models,
    (model) => ((ratings.get(model) ?? middle) - middle) / POINTS_PER_LOGIT,
  )
}

function covarianceOf(
  counts: PairCounts,
  models: readonly string[],
  theta: Float64Array,
): Float64Array {
  const matrix = lookAt(counts.pairs(models), theta).curvature
  for (const [i, strength] of theta.entries()) {
    const [p, q] = winChances(strength)
    matrix[i * (theta.length + 1)]! += PRIOR_BATTLES * p * q
  }
  return invert(factor(matrix, theta.length))
}

/** Var(θ_a − θ_b) where the matrix is the covariance of the strengths. */
const spread = (matrix: Float64Array, size: number, a: number, b: number): number =>
  matrix[a * size + a]! + matrix[b * size + b]! - 2 * matrix[a * size + b]!

const pairsOf = (positions: readonly number[]): { a: number[]; b: number[] } => ({
  a: positions.flatMap((x, i) => positions.slice(0, i).map((y) => Math.min(x, y))),
  b: positions.flatMap((x, i) => positions.slice(0, i).map((y) => Math.max(x, y))),
})
