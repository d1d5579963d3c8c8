import { z } from 'zod'
import type { Category, Choice, Label, Language, Period, UnratedReason } from '../vocabulary.js'
import type { Board, BoardModel, BoardRow, Slice } from './leaderboard.js'

/** One value of a filter, and how many votes the slice has in which nothing else is chosen. */
export interface SliceChoice<T> {
  value: T
  votes: number
  battles: number
  /** Whether these votes are enough for ranks. */
  ranked: boolean
}

/**
 * `GET /api/leaderboard/slices?demo=`: what can be chosen. The words `leaderboard.rules.<label>` of both
 * languages explain each rule; `short` explains `excludeShort`, `language` the languages.
 */
export interface SliceList {
  demo: boolean
  minimumVotes: number
  /** Version of the rules that give the labels. */
  rulesVersion: number
  categories: (SliceChoice<Category> & { rule: Exclude<Label, 'short'> | null })[]
  /** Those that have votes, most first. */
  languages: SliceChoice<Language>[]
  periods: SliceChoice<Period>[]
  excludeTies: SliceChoice<true>
  excludeShort: SliceChoice<true>
  own: SliceChoice<true>
}

/**
 * Whether a slice has enough votes for ranks. If not, what its scores say can still move a lot, and under style
 * control they know no style.
 */
export interface SliceStanding {
  ranked: boolean
  /** Votes of the whole slice. */
  sliceVotes: number
}

/** `GET /api/leaderboard/matrices` with the fields of a slice: cell [i][j] is about model i against j. */
export interface Matrices extends Pick<SliceStanding, 'ranked'> {
  slice: Slice
  demo: boolean
  votes: number
  /** Below so many votes the slice has no ranks. */
  minimumVotes: number
  updatedAt: number
  /** In the order of the board. */
  models: BoardModel[]
  /** Votes, ties among them. */
  battles: number[][]
  /** Share of decided votes that i won; null where there is none. */
  wins: (number | null)[][]
  /** Chance of i by the ratings, a tie as half; null on the diagonal and where one has no rating. */
  predicted: (number | null)[][]
}

/** The models of a pair by public name; `aVersion` and `bVersion` ask for other than the current ones. */
export const PairOfModels = z.strictObject({
  a: z.string().min(1).max(200),
  b: z.string().min(1).max(200),
  aVersion: z.coerce.number().int().min(1).optional(),
  bVersion: z.coerce.number().int().min(1).optional(),
})
export type PairOfModels = z.infer<typeof PairOfModels>

/** From `lower` to `upper`, in points that `a` is ahead, at 95 %. */
export interface PointInterval {
  lower: number
  upper: number
}

/** What is known about two models; figures are null where nothing connects them. */
export interface PairFigures extends SliceStanding {
  /** What was voted on this pair; `a` is a vote for model a, on whichever side it sat. */
  votes: Record<Choice, number>
  battles: number
  /** Chance of a in one battle by the ratings, a tie as half. */
  winChance: number | null
  /** How sure it is that a is the better one, from the covariance of both. */
  better: number | null
  /** Points that a is ahead. */
  difference: number | null
  /** Right for who looks once. */
  fixed: PointInterval | null
  /** Right for who looks after every vote and stops when it suits. */
  always: PointInterval | null
  /** Who is better by the always-valid interval; null: not decided. */
  decided: 'a' | 'b' | null
  /** About how many more battles of the two decide it, if the difference is what it seems; null: cannot be told. */
  moreBattles: number | null
}

/** `GET /api/leaderboard/pair?a=&b=` with the fields of a slice. */
export interface PairView extends PairFigures, Pick<Board, 'voters'> {
  slice: Slice
  demo: boolean
  /** Below so many votes a slice has no ranks. */
  minimumVotes: number
  updatedAt: number
  a: BoardRow
  b: BoardRow
  /** The same by category, with the other fields of the slice; those without a vote on the pair left out. */
  categories: (PairFigures & { category: Category })[]
}

/** One model against another. */
export interface Opponent extends BoardModel {
  votes: number
  wins: number
  losses: number
  ties: number
  /** Share of the decided votes; null without any. */
  winRate: number | null
  predicted: number | null
}

/** A model in one category. */
export interface CategoryStanding {
  category: Category
  rating: number | null
  lower: number | null
  upper: number | null
  rank: [best: number, worst: number] | null
  votes: number
  provisional: boolean
}

/** `GET /api/leaderboard/model?name=&version=` with the fields of a slice. */
export interface ModelView {
  slice: Slice
  demo: boolean
  updatedAt: number
  row: BoardRow
  description?: string
  contextWindow?: number
  /** All versions of the name, newest first. */
  versions: BoardModel[]
  categories: CategoryStanding[]
  /** In the order of the board. */
  opponents: Opponent[]
  history: ScorePoint[]
  draws: DrawShare | null
}

/** How a board stood at the end of a day, or stands today. */
export interface ScorePoint {
  /** `2026-11-27`, by UTC. */
  day: string
  rating: number
  lower: number
  upper: number
  rank: [best: number, worst: number] | null
  votes: number
}

/** `GET /api/leaderboard/history?demo=&days=`: the overall board, a point a model and day. */
export interface History {
  demo: boolean
  models: (BoardModel & { points: ScorePoint[] })[]
}

export interface DrawShare {
  draws: number
  /** Of the seats of all battles; the shares of all models add up to 1. */
  share: number
}

/**
 * `GET /api/leaderboard/draws?demo=`: who was drawn how often. Only finished days count, together with as
 * many others as it takes to hold 20 battles, so that the figures never tell who is in a running one.
 */
export interface Draws {
  demo: boolean
  battles: number
  /** Last day that is counted, `2026-11-26`; null before the first. */
  until: string | null
  /** `hidden`: only met in battles, in no list. */
  models: (BoardModel & DrawShare & { retired: boolean; hidden: boolean })[]
  /** Final votes of battles that count, and those that do not by reason. */
  rated: number
  unrated: Partial<Record<UnratedReason, number>>
}

/**
 * `GET /api/leaderboard/bootstrap` with the fields of a slice: intervals of the ranked models by 100 samples of
 * the battles, as other arenas have them, beside those of the board. Seeded: the same votes have the same ones.
 */
export interface Bootstrap {
  slice: Slice
  demo: boolean
  updatedAt: number
  rounds: number
  rows: (BoardModel & {
    lower: number | null
    upper: number | null
    deviation: number | null
    /** The board's own, for comparison. */
    board: { lower: number; upper: number; standardError: number }
  })[]
}
