import type { Design } from './design.js'
import { dot, StyleSquares, type Sides } from './style-squares.js'

// Bradley–Terry with covariates: the logit of a's chance is θ_a − θ_b + Σ β_k z_k over the features of the
// battle, y its outcome. Parameters lie in one array, the strengths θ first, then the coefficients β.

/** So few rows that all that is found of them stays in the cache next to the processor. */
const STRETCH = 512

/** Logits of a's chance in the battles from `first` on, as many as there is room for. */
function leads(
  { models, a, b, features }: Design,
  x: Float64Array,
  lead: Float64Array,
  first = 0,
): void {
  for (let i = 0; i < lead.length; i += 1) lead[i] = x[a[first + i]!]! - x[b[first + i]!]!
  for (let k = 0; k < features.length; k += 1) {
    const z = features[k]!
    const beta = x[models + k]!
    for (let i = 0; i < lead.length; i += 1) lead[i]! += beta * z[first + i]!
  }
}

/** Σ y ln p + (1 − y) ln(1 − p), which is Σ y lead − ln(1 + e^lead). */
export function styleLogLikelihood(design: Design, x: Float64Array): number {
  const lead = new Float64Array(design.a.length)
  leads(design, x, lead)
  let sum = 0
  for (let row = 0; row < lead.length; row += 1) {
    sum += design.outcome[row]! * lead[row]! - Math.log1p(Math.exp(lead[row]!))
  }
  return sum
}

/** What one pass over all battles finds. */
export interface StyleLook {
  /** Slope of the log-likelihood: Σ (y − p) (e_a − e_b, z). */
  slope: Float64Array
  /** Minus its curvature: the squares weighted by what a battle tells, p (1 − p). */
  information: Float64Array
  /** The same of an advantage of one side with each parameter. */
  sides: Sides
  /** The squares weighted by how it surprised, (y − p)²: only if they were asked for. */
  noise: Float64Array | undefined
}

/** Slope, information and noise at the parameters x, in one pass. */
export function styleLook(design: Design, x: Float64Array, withNoise: boolean): StyleLook {
  const information = new StyleSquares(design)
  const noise = withNoise ? new StyleSquares(design) : undefined
  const slope = styleSlope(design, x, (first, weights, surprise) => {
    information.add(first, weights)
    noise?.add(first, squared(surprise))
  })
  return {
    slope,
    information: information.matrix(),
    sides: information.sides(),
    noise: noise?.matrix(),
  }
}

/**
 * The slope alone costs half of a whole look. It is added up a stretch of rows at a time.
 * @param each is shown p (1 − p) and y − p of the rows from `first` on, and may use them up
 */
export function styleSlope(
  design: Design,
  x: Float64Array,
  each?: (first: number, weights: Float64Array, surprise: Float64Array) => void,
): Float64Array {
  const { models, a, features } = design
  const slope = new Float64Array(models + features.length)
  const room = [new Float64Array(STRETCH), new Float64Array(STRETCH)] as const
  for (let first = 0; first < a.length; first += STRETCH) {
    const [weights, surprise] = room.map((column) => column.subarray(0, a.length - first))
    leads(design, x, weights!, first)
    surprises(design, first, weights!, surprise!)
    addSlope(design, first, surprise!, slope)
    each?.(first, weights!, surprise!)
  }
  return slope
}

/** y − p of each battle; its logit is replaced by the weight p (1 − p). */
function surprises(
  { outcome }: Design,
  first: number,
  lead: Float64Array,
  surprise: Float64Array,
): void {
  for (let i = 0; i < lead.length; i += 1) {
    const p = 1 / (1 + Math.exp(-lead[i]!))
    surprise[i] = outcome[first + i]! - p
    lead[i] = p * (1 - p)
  }
}

function addSlope(
  { models, a, b, features }: Design,
  first: number,
  surprise: Float64Array,
  slope: Float64Array,
): void {
  for (let i = 0; i < surprise.length; i += 1) {
    slope[a[first + i]!]! += surprise[i]!
    slope[b[first + i]!]! -= surprise[i]!
  }
  for (let k = 0; k < features.length; k += 1) {
    slope[models + k]! += dot(surprise, features[k]!, first)
  }
}

/** In place. */
function squared(column: Float64Array): Float64Array {
  for (let i = 0; i < column.length; i += 1) column[i]! *= column[i]!
  return column
}
