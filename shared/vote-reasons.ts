import type { Choice } from './vocabulary.js'

/** The reasons of a vote by the side that they are about. */
export interface VoteReasons {
  a?: string[]
  b?: string[]
}

/** What may be chosen from, as the operator has set it. */
export interface OfferedReasons {
  /** Of the better side. */
  better: readonly string[]
  /** Of each side, where both are bad. */
  faults: readonly string[]
}

/** The reasons that may be given for a choice; a tie has none, and a comment is possible with each. */
export function reasonsFor(
  choice: Choice,
  { better, faults }: OfferedReasons,
): Partial<Record<'a' | 'b', readonly string[]>> {
  if (choice === 'tie') return {}
  const offered = choice === 'both_bad' ? { a: faults, b: faults } : { [choice]: better }
  return Object.fromEntries(Object.entries(offered).filter(([, reasons]) => reasons.length > 0))
}
