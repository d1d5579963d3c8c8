import { z } from 'zod'
import { CATEGORIES, PERIODS, type StyleFeature } from '../vocabulary.js'

/** Which board: an empty slice is the overall one. The fields go together in any way. */
export const Slice = z.strictObject({
  category: z.enum(CATEGORIES).optional(),
  /** One of `LANGUAGES`; any other is `not_found`. */
  language: z.string().max(16).optional(),
  period: z.enum(PERIODS).optional(),
  /** Ratings as they would be if both answers were equally long and equally marked up. */
  styleControl: z.boolean().optional(),
  /** Leaves out ties and both bad. */
  excludeTies: z.boolean().optional(),
  /** Leaves out battles with the label `short`. */
  excludeShort: z.boolean().optional(),
  /** Lets every pair of models count alike, however often it was drawn; not under style control. */
  evenPairs: z.boolean().optional(),
  /** Intervals, and so ranks, that hold all at once with 95 % chance, not each for itself. */
  allAtOnce: z.boolean().optional(),
  /** Intervals that allow for votes of one person hanging together; not under style control, nor of one's own votes. */
  voterErrors: z.boolean().optional(),
  /** The asker's own votes only; nobody can ask for another's. */
  own: z.boolean().optional(),
  /** Demo models have a board of their own; absent: the demo board while no real model is usable. */
  demo: z.boolean().optional(),
})
export type Slice = z.infer<typeof Slice>

/** A model version, as every page of the leaderboard names it. */
export interface BoardModel {
  model: string
  /** Counts from 1: a key that was pointed at another model has a new row. */
  version: number
  /** Whether this version is the one that the key points at now. */
  current: boolean
}

export interface BoardRow extends BoardModel {
  organization?: string
  license?: string
  link?: string
  knowledgeCutoff?: string
  /** Per million tokens. */
  inputPrice?: number
  outputPrice?: number
  currency?: string
  /** Whether anybody may run it: as the configuration says, else by its licence; absent: not known. */
  openWeights?: boolean
  /** No longer drawn: taken out, marked as deprecated, or replaced by a newer version. */
  retired: boolean
  /** 400-point scale, mean 1000 over the ranked models; null where there is nothing to rate. */
  rating: number | null
  standardError: number | null
  lower: number | null
  upper: number | null
  rank: [best: number, worst: number] | null
  votes: number
  wins: number
  losses: number
  ties: number
  /** Mean over the opponents of the share of decided votes that it won; null without any. */
  averageWinRate: number | null
  /** Too few votes, or not connected with the rest of the board. */
  provisional: boolean
}

/**
 * What one more standard deviation of a feature's difference is worth, in points; all null where the battles do
 * not tell it from the models, or from another feature that always goes with it.
 */
export interface StyleCoefficient {
  feature: StyleFeature
  points: number | null
  lower: number | null
  upper: number | null
}

export interface Board {
  slice: Slice
  demo: boolean
  votes: number
  /** A battle that several people voted on is one. */
  battles: number
  /** Below so many votes the slice has no ranks. */
  minimumVotes: number
  /** Whether it has enough votes for ranks; if not, every `rank` is null. */
  ranked: boolean
  /**
   * The model that has this rating on every board, by the version that it is now, absent where it never took
   * part here; `held` is false where it has no rank here.
   */
  anchor?: { model: string; version?: number; rating: number; held: boolean }
  /**
   * Only with `voterErrors`: how many people voted on the ranked models, and how many on the one that the fewest
   * voted on. `few`: too few for such errors; they are no smaller than without, and likely too small all the same.
   */
  voters?: { all: number; fewest: number; few: boolean }
  /** When it was made, in milliseconds since the epoch. */
  updatedAt: number
  /** Only under style control; empty where no feature ever differed, or where there are no ranks: scores then know no style. */
  style?: StyleCoefficient[]
  rows: BoardRow[]
}
