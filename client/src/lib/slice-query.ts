import type { Slice } from '#shared/protocol/leaderboard'
import { SLICE_APART } from '#shared/slice-apart'
import { CATEGORIES, PERIODS } from '#shared/vocabulary'

/** A query as the router knows it; of a field that is repeated the first counts. */
export type Query = Record<string, unknown>

const FLAGS = [
  'styleControl',
  'excludeTies',
  'excludeShort',
  'own',
  'evenPairs',
  'allAtOnce',
  'voterErrors',
] as const
export type SliceFlag = (typeof FLAGS)[number]

const FIELDS = ['category', 'language', 'period', ...FLAGS, 'demo'] as const
type Field = (typeof FIELDS)[number]

export function first(query: Query, name: string): string | undefined {
  const value: unknown = query[name]
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && one !== '' ? one : undefined
}

/** The slice of an address. What no slice can have is left out: an address may be typed by hand. */
export function sliceOf(query: Query): Slice {
  const flag = (name: Field) => (first(query, name) === 'true' ? true : undefined)
  const demo = first(query, 'demo')
  const flags = Object.fromEntries(FLAGS.map((name) => [name, flag(name)]))
  for (const [one, other] of SLICE_APART) if (flags[one]) flags[other] = undefined
  return leastSlice({
    category: CATEGORIES.find((category) => category === first(query, 'category')),
    language: first(query, 'language')?.slice(0, 16),
    period: PERIODS.find((period) => period === first(query, 'period')),
    ...flags,
    demo: demo === 'true' || demo === 'false' ? demo === 'true' : undefined,
  })
}

/** The same slice in its shortest form: what is as always is not said. `demo: false` does say something. */
export function leastSlice(slice: Slice): Slice {
  const said: Slice = {
    ...slice,
    category: slice.category === 'overall' ? undefined : slice.category,
    period: slice.period === 'all' ? undefined : slice.period,
    ...Object.fromEntries(FLAGS.map((name) => [name, slice[name] || undefined])),
  }
  return Object.fromEntries(
    FIELDS.filter((name) => said[name] !== undefined).map((name) => [name, said[name]]),
  )
}

export const isSameSlice = (one: Slice, other: Slice): boolean => {
  const [mine, theirs] = [leastSlice(one), leastSlice(other)]
  return FIELDS.every((name) => mine[name] === theirs[name])
}

/** A slice as addresses spell it, those of pages and those of the interface. */
export const sliceQuery = (slice: Slice): Record<string, string> =>
  Object.fromEntries(
    Object.entries(leastSlice(slice)).map(([name, value]) => [name, String(value)]),
  )

/** How much of a slice was chosen; which models it is about is asked elsewhere. */
export const sliceChoices = (slice: Slice): number =>
  Object.keys(leastSlice(slice)).filter((name) => name !== 'demo').length

/** A query without the fields of a slice. */
export const withoutSlice = (query: Query): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => !FIELDS.includes(name as Field)))
