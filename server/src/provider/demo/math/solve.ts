import { arithmetic } from './arithmetic.js'
import { equation } from './equation.js'
import { normalise } from './normalise.js'
import { percentage } from './percentage.js'
import { quantities } from './quantities.js'
import { MathError } from './rational.js'
import type { Solution } from './solution.js'
import { sumAndDifference } from './sum-and-difference.js'

/** Code points that are searched: a problem stands near the start, and a long text is no problem. */
const SEARCHED = 2000

/** The first piece of mathematics in a text, worked out exactly. */
export function solve(text: string): Solution | undefined {
  const original = text.slice(0, SEARCHED)
  const normalised = normalise(original)
  try {
    return (
      sumAndDifference(original) ??
      percentage(normalised) ??
      quantities(normalised) ??
      equation(normalised) ??
      arithmetic(original, normalised)
    )
  } catch (error) {
    if (error instanceof MathError) return undefined
    throw error
  }
}
