import type { Mode, UnratedReason } from '#shared/vocabulary'

export interface RatedFacts {
  mode: Mode
  castAt: number
  /** When there was enough to judge: the last side had ended or, for an early vote, had begun. */
  answeredAt: number
  /** Cast before the answers had ended, or after the voter had ended one. */
  early: boolean
  earlyRated: boolean
  /** An answer had failed unseen when it was stopped. */
  broken: boolean
  /** Votes that come sooner after the answers are not a reading, in milliseconds; 0 takes every one for it. */
  minMs: number
  /** Characters of the answers that were voted on. */
  shown: number
  versions: readonly [a: string, b: string]
  demo: readonly [a: boolean, b: boolean]
  /** An answer that the voter had read named a model as its own. */
  identityLeaked: boolean
  /** The boards had told of the others' votes on this battle before this one was cast. */
  late: boolean
}

/** Faster than anybody reads, or even skims. */
const CHARACTERS_PER_MS = 40

const readingMs = ({ minMs, shown }: RatedFacts): number =>
  minMs === 0 ? 0 : Math.max(minMs, shown / CHARACTERS_PER_MS)

/** Why a final vote does not count on the board, or null where it does. */
export function unratedReason(facts: RatedFacts): UnratedReason | null {
  if (facts.mode !== 'battle') return 'named_mode'
  if (facts.versions[0] === facts.versions[1]) return 'same_model'
  if (facts.demo[0] !== facts.demo[1]) return 'mixed_pools'
  if (facts.identityLeaked) return 'identity_leaked'
  if (facts.late) return 'late_vote'
  if (facts.broken || (facts.early && !facts.earlyRated)) return 'early_vote'
  if (facts.castAt - facts.answeredAt < readingMs(facts)) return 'too_fast'
  return null
}
