import type { Board, BoardRow, Slice, StyleCoefficient } from '#shared/protocol/leaderboard'
import { STYLE_FEATURES } from '#shared/vocabulary'
import type { Anchor } from '../domain/rating/anchor.js'
import type { Standing, Standings } from '../domain/rating/board.js'
import { FEW_CLUSTERS } from '../domain/rating/fit/clusters.js'
import { POINTS_PER_LOGIT } from '../domain/rating/scale.js'
import type { Pool } from '../domain/rating/slices.js'
import type {
  FoundStyle,
  StyleCoefficient as FoundCoefficient,
} from '../domain/rating/style/style-board.js'
import type { Contestant } from './contestant.js'
import type { RatedSlice } from './slice-ratings.js'

export type Figures = Pick<BoardRow, Exclude<keyof BoardRow, 'model' | keyof Contestant>>

/** A model without a vote has no rating: a number would claim to know something. */
export const NO_VOTES: Figures = {
  rating: null,
  standardError: null,
  lower: null,
  upper: null,
  rank: null,
  votes: 0,
  wins: 0,
  losses: 0,
  ties: 0,
  averageWinRate: null,
  provisional: true,
}

export interface BoardParts {
  slice: Slice
  pool: Pool
  rated: Pick<RatedSlice, 'standings' | 'updatedAt'>
  contestants: ReadonlyMap<string, Contestant>
  /** By name, and the version of that name, where it is known. */
  anchor?: (Anchor & { version?: number | undefined }) | undefined
  /** Versions that are on the board before their first vote. */
  listed: readonly string[]
  minimumVotes: number
}

/** A board as everybody sees it: rated versions in their order, then the listed ones without a vote. */
export function presentBoard(parts: BoardParts): Board {
  const { slice, pool, contestants, anchor, listed, minimumVotes } = parts
  const { standings, updatedAt } = parts.rated
  const ranked = standings.votes >= minimumVotes
  const figures = new Map(standings.rows.map((row) => [row.model, figuresOf(row, ranked)]))
  for (const id of listed) if (!figures.has(id)) figures.set(id, NO_VOTES)
  return {
    slice,
    demo: pool === 'demo',
    votes: standings.votes,
    battles: standings.battles,
    minimumVotes,
    ranked,
    ...(anchor && { anchor: { ...anchor, held: standings.anchored && standings.votes > 0 } }),
    ...presentVoters(standings),
    updatedAt,
    ...(standings.style && { style: presentStyle(standings.style) }),
    rows: [...figures].flatMap(([id, row]) => {
      const contestant = contestants.get(id)
      return contestant ? [presentRow(contestant, row)] : []
    }),
  }
}

/** Where nobody is ranked there is nothing that few voters could make look sure. */
export function presentVoters({ clusters, ranked }: Standings): Pick<Board, 'voters'> {
  if (!clusters) return {}
  const few = ranked.models.length > 0 && clusters.fewest < FEW_CLUSTERS
  return { voters: { ...clusters, few } }
}

/** Points for one deviation more, feature by feature; nothing where style was the same in all battles. */
export function presentStyle({ coefficients, confounded }: FoundStyle): StyleCoefficient[] {
  return STYLE_FEATURES.flatMap((feature) => {
    const found = coefficients.find((each) => each.feature === feature)
    if (found) return [presentCoefficient(found)]
    return confounded.includes(feature) ? [{ feature, points: null, lower: null, upper: null }] : []
  })
}

const presentCoefficient = (found: FoundCoefficient): StyleCoefficient => ({
  feature: found.feature,
  points: found.points,
  lower: found.lower * POINTS_PER_LOGIT,
  upper: found.upper * POINTS_PER_LOGIT,
})

/** Where votes are too few for ranks, no model has one. */
export const figuresOf = (row: Standing, ranked = true): Figures => ({
  rating: row.rating,
  standardError: row.standardError,
  lower: row.lower,
  upper: row.upper,
  rank: ranked ? row.rank : null,
  votes: row.votes,
  wins: row.wins,
  losses: row.losses,
  ties: row.ties,
  averageWinRate: row.averageWinRate,
  provisional: row.provisional,
})

export const presentRow = (contestant: Contestant, figures: Figures): BoardRow => ({
  model: contestant.name,
  version: contestant.version,
  current: contestant.current,
  organization: contestant.organization,
  license: contestant.license,
  link: contestant.link,
  knowledgeCutoff: contestant.knowledgeCutoff,
  inputPrice: contestant.inputPrice,
  outputPrice: contestant.outputPrice,
  currency: contestant.currency,
  openWeights: contestant.openWeights,
  retired: contestant.retired,
  rating: figures.rating,
  standardError: figures.standardError,
  lower: figures.lower,
  upper: figures.upper,
  rank: figures.rank,
  votes: figures.votes,
  wins: figures.wins,
  losses: figures.losses,
  ties: figures.ties,
  averageWinRate: figures.averageWinRate,
  provisional: figures.provisional,
})
