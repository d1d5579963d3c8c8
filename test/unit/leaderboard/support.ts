import type { CountCell } from '#server/domain/rating/slices'
import type { CountsChanged } from '#server/domain/voting/counted-votes'
import type { SliceSpec } from '#server/leaderboard/slice-spec'

export const aSpec = (overrides: Partial<SliceSpec> = {}): SliceSpec => ({
  pool: 'real',
  category: 'overall',
  language: '',
  from: 0,
  styleControl: false,
  excludeTies: false,
  excludeShort: false,
  evenPairs: false,
  allAtOnce: false,
  voterErrors: false,
  anchor: null,
  voterId: '',
  ...overrides,
})

export const aChange = (
  cell: Partial<CountCell> = {},
  voters: readonly string[] = [],
): CountsChanged => ({
  cells: [{ slice: 'real/overall', language: '', day: 0, short: 0, ...cell }],
  voters,
})
