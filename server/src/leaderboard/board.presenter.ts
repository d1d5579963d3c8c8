import type { Board, BoardRow, Slice } from '#shared/protocol/leaderboard'
import type { Pool } from '../domain/rating/slices.js'
import type { Contestant } from './contestant.js'
import type { RatedSlice } from './slice-ratings.js'

type Figures = Omit<BoardRow, 'model' | keyof Contestant | 'averageWinRate'> & {
  averageWinRate?: number | null
}

/** A model without a vote has no rating: a number would claim to know something. */
const NO_VOTES: Figures = {
  rating: null,
  standardError: null,
  lower: null,
  upper: null,
  rank: null,
  votes: 0,
  wins: 0,
  losses: 0,
  ties: 0,
  provisional: true,
}

/** A board as everybody sees it: rated versions in their order, then the listed ones without a vote. */
export function presentBoard(
  slice: Slice,
  pool: Pool,
  { standings, updatedAt }: RatedSlice,
  contestants: ReadonlyMap<string, Contestant>,
  listed: readonly string[],
): Board {
  const figures = new Map<string, Figures>(standings.rows.map((row) => [row.model, row]))
  for (const id of listed) if (!figures.has(id)) figures.set(id, NO_VOTES)
  return {
    slice,
    demo: pool === 'demo',
    votes: standings.votes,
    battles: standings.battles,
    minimumVotes: 0,
    ranked: true,
    updatedAt,
    rows: [...figures].flatMap(([id, row]) => {
      const contestant = contestants.get(id)
      return contestant ? [presentRow(contestant, row)] : []
    }),
  }
}

export const presentRow = (contestant: Contestant, figures: Figures): BoardRow => ({
  model: contestant.name,
  version: contestant.version,
  current: contestant.current,
  organization: contestant.organization,
  license: contestant.license,
  link: contestant.link,
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
  averageWinRate: figures.averageWinRate ?? null,
  provisional: figures.provisional,
})
