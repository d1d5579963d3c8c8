import { expect } from 'vitest'
import { report } from './report.js'

/** A figure with the bound that it has to keep to. */
export interface Goal {
  figure: string
  is: number
  most?: number
  least?: number
}

/** Prints how the goals of a bench stand, all of them, before it fails for one that was missed. */
export function expectGoals(name: string, goals: readonly Goal[]): void {
  const rows = goals.map(({ figure, is, most, least }) => ({
    figure,
    is,
    goal: most === undefined ? `at least ${least}` : `at most ${Number(most.toFixed(2))}`,
    reached: is <= (most ?? Infinity) && is >= (least ?? -Infinity) ? 'yes' : 'no',
  }))
  report(name, rows)
  expect(rows.filter(({ reached }) => reached === 'no')).toEqual([])
}
