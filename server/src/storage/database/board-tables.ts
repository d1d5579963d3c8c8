import type { Language } from '#shared/vocabulary'
import type { Pool } from '../../domain/rating/slices.js'

// The tables behind the leaderboard; `database.ts` says how values are kept.
type Flag = 0 | 1

/** A battle with a rated vote, as the boards need it; it outlives its conversation, whose id it has. */
export interface BattleRow {
  id: string
  pool: Pool
  versionA: string
  versionB: string
  /** Of its first rated vote, in days since the epoch by UTC. */
  day: number
  language: Language
  /** JSON list of labels. */
  labels: string
  /** Rules that gave the labels; 0: none yet. */
  rulesVersion: number
  /** Whether an admin gave language and labels, which the rules then leave alone. */
  corrected: Flag
  /** The turn that the first rated vote judged. */
  turn: number
  drawProbability: number | null
  /** JSON `AnswerStyle` of each side; null where the text was gone. */
  styleA: string | null
  styleB: string | null
}

/** Sums of the battles of two versions; `versionA` sorts before `versionB`, and `A` is about it. */
export interface PairCountRow {
  /** Pool and category. */
  slice: string
  /** Empty: of all languages. */
  language: Language | ''
  /** Days since the epoch; 0: of all days. */
  day: number
  short: Flag
  versionA: string
  versionB: string
  winsA: number
  winsB: number
  ties: number
  bothBad: number
  /** As in `PairSums`, in parts of `WHOLE`. */
  battles: number
  points: number
  squares: number
  /** The same of the votes that are neither tie nor both bad. */
  decidedBattles: number
  decidedPoints: number
  decidedSquares: number
}

/** How a version stood at the end of a day on the overall board of its pool. */
export interface ScoreDayRow {
  pool: Pool
  day: number
  versionId: string
  rating: number
  lower: number
  upper: number
  rankBest: number | null
  rankWorst: number | null
  votes: number
  /** What it was made by, as one text: scores that were made otherwise do not lie on one line with it. */
  settings: string
}

/** How often a version was drawn for a battle on a day. */
export interface DrawRow {
  pool: Pool
  day: number
  versionId: string
  count: number
}

/** A voter whose votes do not count, for as long as the row is here. */
export interface ExcludedVoterRow {
  voterId: string
  reason: string
  createdAt: number
}

/** A board as it stood when somebody cited it. */
export interface SnapshotRow {
  /** Made from what is in it: the same board of the same votes has the same one. */
  id: string
  createdAt: number
  votesHash: string
  /** JSON `BoardSnapshot`, but for what stands beside it. */
  document: string
}

/** A piece of a file of votes, compressed by gzip, as base64. */
export interface VoteFileRow {
  /** SHA-256 of the file before it was compressed, in hex. */
  hash: string
  part: number
  content: string
}
