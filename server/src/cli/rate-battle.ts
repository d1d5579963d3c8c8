import { STYLE_FEATURES, type Choice } from '#shared/vocabulary'
import type { AnswerStyle } from '../domain/rating/style/answer-style.js'

export type Row = Record<string, unknown>

/** A model and its version, which counts from 1; absent where the row does not say, as in files of other arenas. */
export interface Contender {
  name: string
  version?: number
}

/** What a row of a battle file says, in our words. */
export interface Battle {
  modelA: Contender
  modelB: Contender
  choice: Choice
  /** False where the voter could see the names. */
  blind: boolean
  /** Where others may have voted on the same battle: its id, and how many rows of it there are. */
  battle?: { id: string; votes: number }
  /** Who voted, where the row says. */
  voter?: string
  /** Figures of both answers, a first. */
  style?: [AnswerStyle, AnswerStyle]
}

/** Outcomes in the predecessor's words and in ours. */
const CHOICE_OF = new Map<unknown, Choice>([
  ['model_a', 'a'],
  ['model_b', 'b'],
  ['tie', 'tie'],
  ['tie (bothbad)', 'both_bad'],
  ['a', 'a'],
  ['b', 'b'],
  ['both_bad', 'both_bad'],
])

/** @throws SyntaxError that says what is wrong with the row */
export const readBattle = (json: string): Battle => battleIn(parseRow(json))

/** @throws SyntaxError */
export function battleIn(row: Row): Battle {
  const choice = choiceIn(row)
  return {
    modelA: modelIn(row, 'model_a'),
    modelB: modelIn(row, 'model_b'),
    choice,
    blind: row.anony !== false,
    ...battleIdIn(row),
    ...(typeof row.judge === 'string' && row.judge !== '' && { voter: row.judge }),
    ...(isStyle(row.style_a) && isStyle(row.style_b) && { style: [row.style_a, row.style_b] }),
  }
}

function choiceIn(row: Row): Choice {
  const choice = CHOICE_OF.get(row.winner)
  if (choice) return choice
  const words = [...CHOICE_OF.keys()].join(', ')
  throw new SyntaxError(`winner is ${shown(row.winner)}, which is none of: ${words}`)
}

/** A battle that several people voted on has an id, and says how many they were where it can. */
function battleIdIn({ battle_id: id, battle_votes: votes }: Row): Pick<Battle, 'battle'> {
  if (typeof id !== 'string' || votes === 1) return {}
  const known = typeof votes === 'number' && Number.isInteger(votes) && votes > 0
  return { battle: { id, votes: known ? votes : Infinity } }
}

const isStyle = (value: unknown): value is AnswerStyle =>
  typeof value === 'object' &&
  value !== null &&
  STYLE_FEATURES.every((feature) => {
    const figure: unknown = (value as Row)[feature]
    return typeof figure === 'number' && Number.isFinite(figure) && figure >= 0
  })

/** @throws SyntaxError where the text is no object */
export function parseRow(json: string): Row {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new SyntaxError('this is not valid JSON')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row
  throw new SyntaxError(`expected an object with model_a, model_b and winner, not ${shown(value)}`)
}

function modelIn(row: Row, field: 'model_a' | 'model_b'): Contender {
  const version = row[`${field}_version`]
  const name = nameIn(row, field)
  if (version === undefined || version === null) return { name }
  if (Number.isSafeInteger(version) && Number(version) >= 1)
    return { name, version: Number(version) }
  throw new SyntaxError(
    `${field}_version is ${shown(version)}, which is no version: they count from 1`,
  )
}

function nameIn(row: Row, field: 'model_a' | 'model_b'): string {
  const name = row[field]
  if (typeof name === 'string' && name !== '') return name
  throw new SyntaxError(`${field} is ${shown(name)}, which is no name`)
}

/** A value of the file for its owner, cut to what fits into a line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
