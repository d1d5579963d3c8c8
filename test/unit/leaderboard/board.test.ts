import { standingsOf } from '#server/domain/rating/board'
import { boardCsv } from '#server/leaderboard/board-csv'
import { BoardQuery } from '#server/leaderboard/board-query'
import { presentBoard } from '#server/leaderboard/board.presenter'
import type { Contestant } from '#server/leaderboard/contestant'
import { describe, expect, it } from 'vitest'
import { countsOf } from '../../support/ratings-counts.js'

const contestants = new Map<string, Contestant>([
  ['v1', { name: 'alpha', version: 1, current: false, retired: true }],
  ['v2', { name: 'alpha', version: 2, current: true, retired: false, organization: 'A, "B" & C' }],
  ['v3', { name: 'beta', version: 1, current: true, retired: false, license: 'MIT' }],
  ['v4', { name: 'gamma', version: 1, current: true, retired: false }],
])
const standings = standingsOf(
  countsOf([
    ['v1', 'v3', 'a', 40],
    ['v1', 'v3', 'b', 30],
    ['v2', 'v3', 'a', 1],
  ]),
)
const parts = {
  slice: {},
  pool: 'real',
  rated: { standings, updatedAt: 5 },
  contestants,
  listed: ['v2', 'v3', 'v4'],
  minimumVotes: 71,
} as const
const board = presentBoard(parts)

describe('the board as people see it', () => {
  it('has a row for each version: ranked, then provisional, then without a vote', () => {
    expect(board).toMatchObject({ slice: {}, demo: false, votes: 71, updatedAt: 5 })
    expect(board.rows.map(({ model, version, current }) => [model, version, current])).toEqual([
      ['alpha', 1, false],
      ['beta', 1, true],
      ['alpha', 2, true],
      ['gamma', 1, true],
    ])
  })

  it('gives no number to a model without a vote', () => {
    expect(board.rows[3]).toEqual({
      model: 'gamma',
      version: 1,
      current: true,
      retired: false,
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
    })
  })

  it('has no ranks below the minimum of votes, and says so', () => {
    expect(board).toMatchObject({ ranked: true, minimumVotes: 71 })
    expect(board.rows[0]!.rank).not.toBeNull()
    const few = presentBoard({ ...parts, minimumVotes: 72 })
    expect(few).toMatchObject({ ranked: false, minimumVotes: 72, votes: 71 })
    expect(few.rows.map(({ rank }) => rank)).toEqual([null, null, null, null])
    expect(few.rows[0]!.rating).toBe(board.rows[0]!.rating)
  })

  it('shows no id of a version', () => {
    expect(JSON.stringify(board)).not.toMatch(/v[1-4]/)
  })
})

describe('the board as CSV', () => {
  const lines = boardCsv(board).split('\r\n')

  it('has a line for the columns and one for each row', () => {
    expect(lines[0]).toBe(
      'model,version,current,organization,license,openWeights,inputPrice,outputPrice,currency,knowledgeCutoff,retired,rating,standardError,lower,upper,rankBest,rankWorst,votes,wins,losses,ties,averageWinRate,provisional',
    )
    expect(lines).toHaveLength(6)
    expect(lines[5]).toBe('')
  })

  it('quotes what would break a cell, and leaves empty what is not known', () => {
    expect(lines[3]).toMatch(/^alpha,2,true,"A, ""B"" & C",,,,,,,false,\d/)
    expect(lines[4]).toBe('gamma,1,true,,,,,,,,false,,,,,,,0,0,0,0,,true')
  })
})

describe('the query of a board', () => {
  const read = (query: Record<string, unknown>) => BoardQuery.safeParse(query)

  it('takes an empty field for an absent one', () => {
    expect(read({ category: '', styleControl: '', demo: '', format: '' }).data).toEqual({
      format: 'json',
      slice: {},
    })
  })

  it('reads every field', () => {
    const query = { category: 'overall', period: 'all', styleControl: 'false', demo: 'true' }
    expect(read({ ...query, format: 'csv' }).data).toEqual({
      format: 'csv',
      slice: { category: 'overall', period: 'all', styleControl: false, demo: true },
    })
  })

  it.each([{ category: 'nonsense' }, { styleControl: 'yes' }, { format: 'xml' }, { extra: '1' }])(
    'refuses %o',
    (query) => expect(read(query).success).toBe(false),
  )
})
