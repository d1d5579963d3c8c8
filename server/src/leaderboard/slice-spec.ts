import { SLICE_APART } from '#shared/slice-apart'
import type { Slice } from '#shared/protocol/leaderboard'
import { LANGUAGES, type Language, type Period } from '#shared/vocabulary'
import { AppError } from '../domain/app-error.js'
import type { Anchor } from '../domain/rating/anchor.js'
import { sliceKey, type CountCell, type Pool, type SliceFilter } from '../domain/rating/slices.js'
import type { CountsChanged } from '../domain/voting/counted-votes.js'

/** A slice in which nothing is left open: the same for all who mean the same. */
export interface SliceSpec extends SliceFilter {
  styleControl: boolean
  evenPairs: boolean
  allAtOnce: boolean
  voterErrors: boolean
  /** Whose votes alone count; empty: everybody's. */
  voterId: string
  /** By version id; empty where the model is not in the configuration, and so on no board. */
  anchor: Anchor | null
}

/** What a slice leaves open. */
export interface Asking {
  demoOnly: boolean
  /** Days since the epoch. */
  today: number
  voterId: string
  anchor: Anchor | null
}

/** Days that a period holds, today among them. */
export const PERIOD_DAYS: Record<Exclude<Period, 'all'>, number> = { '30d': 30, '7d': 7 }

export const firstDay = (period: Period, today: number): number =>
  period === 'all' ? 0 : today - PERIOD_DAYS[period] + 1

/** Which models a slice is about; where it does not say, those that answer in this arena. */
export const poolOf = ({ demo }: Slice, demoOnly: boolean): Pool =>
  (demo ?? demoOnly) ? 'demo' : 'real'

/**
 * @throws AppError `not_found` for a language that no prompt can have, `invalid_payload` for methods that do
 * not go together
 */
export function specOf(slice: Slice, { demoOnly, today, voterId, anchor }: Asking): SliceSpec {
  refuseContradictions(slice)
  return {
    pool: poolOf(slice, demoOnly),
    category: slice.category ?? 'overall',
    language: slice.language === undefined ? '' : languageNamed(slice.language),
    from: firstDay(slice.period ?? 'all', today),
    styleControl: slice.styleControl ?? false,
    excludeTies: slice.excludeTies ?? false,
    excludeShort: slice.excludeShort ?? false,
    evenPairs: slice.evenPairs ?? false,
    allAtOnce: slice.allAtOnce ?? false,
    voterErrors: slice.voterErrors ?? false,
    voterId: slice.own ? voterId : '',
    anchor,
  }
}

/** @throws AppError `invalid_payload` */
function refuseContradictions(slice: Slice): void {
  const pair = SLICE_APART.find(([one, other]) => slice[one] && slice[other])
  if (!pair) return
  throw new AppError('invalid_payload', `${pair[0]}: does not go together with ${pair[1]}`)
}

function languageNamed(name: string): Language {
  const language = LANGUAGES.find((known) => known === name)
  if (language) return language
  throw new AppError('not_found', 'This arena keeps no leaderboard of such a language.')
}

/** One text for equal slices. */
export const nameOf = (spec: SliceSpec): string =>
  [
    sliceKey(spec.pool, spec.category),
    spec.language,
    spec.from,
    Number(spec.styleControl),
    Number(spec.excludeTies),
    Number(spec.excludeShort),
    Number(spec.evenPairs),
    Number(spec.allAtOnce),
    Number(spec.voterErrors),
    spec.anchor ? `${spec.anchor.model}=${spec.anchor.rating}` : '',
    spec.voterId,
  ].join('|')

/** Whether a change of the counts can change the board of a slice. */
export function concerns(spec: SliceSpec, { cells, voters }: CountsChanged): boolean {
  if (spec.voterId !== '' && !voters.includes(spec.voterId)) return false
  return cells.some((cell) => holds(spec, cell))
}

const holds = (spec: SliceSpec, cell: CountCell): boolean =>
  cell.slice === sliceKey(spec.pool, spec.category) &&
  cell.language === spec.language &&
  (spec.from === 0 ? cell.day === 0 : cell.day >= spec.from) &&
  !(spec.excludeShort && cell.short === 1)
