import { STYLE_FEATURES, type StyleFeature } from '#shared/vocabulary'
import type { StyledColumns } from './styled-battles.js'

/** What the fit sees: rows of battles between comparable models, in columns. */
export interface Design {
  /** Number of models: their strengths are the first parameters, those of the features follow. */
  models: number
  a: Int32Array
  b: Int32Array
  outcome: Float64Array
  /** A column a feature, mean 0 and variance 1 over the rows. */
  features: Float64Array[]
  /** Largest distance from zero in each column. */
  farthest: number[]
  names: StyleFeature[]
  /** Features that are the same in every battle, so that nothing can be learned of them. */
  dropped: StyleFeature[]
}

/** The rows between `members`, models being told by their position among them. */
export function designOf(battles: StyledColumns, members: readonly string[]): Design {
  const position = new Map(members.map((model, i) => [model, i]))
  const numbers = Int32Array.from(battles.models, (model) => position.get(model) ?? -1)
  const { a: allA, b: allB } = battles
  const kept = rowsBetween(numbers, allA, allB)
  const features = STYLE_FEATURES.flatMap((name, k) => {
    const column = taken(battles.differences[k]!, kept)
    const farthest = standardise(column)
    return farthest === undefined ? [] : [{ name, column, farthest }]
  })
  const names = features.map(({ name }) => name)
  return {
    models: members.length,
    a: translated(allA, kept, numbers),
    b: translated(allB, kept, numbers),
    outcome: taken(battles.outcome, kept),
    features: features.map(({ column }) => column),
    farthest: features.map(({ farthest }) => farthest),
    names,
    dropped: STYLE_FEATURES.filter((name) => !names.includes(name)),
  }
}

/** Every `stride`-th row: enough to come near the peak, at a fraction of the work. */
export function sampleOf(design: Design, stride: number): Design {
  const rows = new Int32Array(Math.ceil(design.outcome.length / stride))
  for (let i = 0; i < rows.length; i += 1) rows[i] = i * stride
  return {
    ...design,
    a: rows.map((row) => design.a[row]!),
    b: rows.map((row) => design.b[row]!),
    outcome: taken(design.outcome, rows),
    features: design.features.map((column) => taken(column, rows)),
  }
}

/** The same without one of its features. */
export function without(design: Design, feature: StyleFeature): Design {
  const kept = design.names.flatMap((name, k) => (name === feature ? [] : [k]))
  return {
    ...design,
    features: kept.map((k) => design.features[k]!),
    farthest: kept.map((k) => design.farthest[k]!),
    names: kept.map((k) => design.names[k]!),
  }
}

// Plain loops over typed arrays: there are millions of rows, and an iterator costs ten times as much.

function rowsBetween(numbers: Int32Array, a: Float64Array, b: Float64Array): Int32Array {
  const rows = new Int32Array(a.length)
  let count = 0
  for (let row = 0; row < a.length; row += 1) {
    if (numbers[a[row]!]! >= 0 && numbers[b[row]!]! >= 0) rows[count++] = row
  }
  return rows.subarray(0, count)
}

/** A copy of these rows; where they are all of them, of the memory as it lies. */
function taken(column: Float64Array, rows: Int32Array): Float64Array {
  if (rows.length === column.length) return column.slice()
  const part = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i += 1) part[i] = column[rows[i]!]!
  return part
}

function translated(column: Float64Array, rows: Int32Array, numbers: Int32Array): Int32Array {
  const part = new Int32Array(rows.length)
  for (let i = 0; i < rows.length; i += 1) part[i] = numbers[column[rows[i]!]!]!
  return part
}

/** Below this deviation a difference is the same in all battles but for rounding. */
const NO_DEVIATION = 1e-12

/**
 * (d − mean) / deviation over all rows (population), in place.
 * @returns the largest distance from zero; nothing where all rows are the same
 */
function standardise(column: Float64Array): number | undefined {
  let sum = 0
  for (let i = 0; i < column.length; i += 1) sum += column[i]!
  const mean = sum / column.length
  let squares = 0
  let most = 0
  for (let i = 0; i < column.length; i += 1) {
    const distance = Math.abs(column[i]! - mean)
    squares += distance * distance
    if (distance > most) most = distance
  }
  const deviation = Math.sqrt(squares / column.length)
  if (!(deviation > NO_DEVIATION)) return undefined
  const scale = 1 / deviation
  for (let i = 0; i < column.length; i += 1) column[i] = (column[i]! - mean) * scale
  return most * scale
}
