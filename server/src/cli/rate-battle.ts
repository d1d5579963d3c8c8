import type { Choice } from '#shared/vocabulary'

/** What a row of a battle file says, in our words. */
export interface Battle {
  modelA: string
  modelB: string
  choice: Choice
  /** False where the voter could see the names. */
  blind: boolean
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
export function readBattle(json: string): Battle {
  const row = parse(json)
  const choice = CHOICE_OF.get(row.winner)
  if (!choice) {
    const words = [...CHOICE_OF.keys()].join(', ')
    throw new SyntaxError(`winner is ${shown(row.winner)}, which is none of: ${words}`)
  }
  return {
    modelA: nameIn(row, 'model_a'),
    modelB: nameIn(row, 'model_b'),
    choice,
    blind: row.anony !== false,
  }
}

function parse(json: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new SyntaxError('this is not valid JSON')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>
  }
  throw new SyntaxError(`expected an object with model_a, model_b and winner, not ${shown(value)}`)
}

function nameIn(row: Record<string, unknown>, field: 'model_a' | 'model_b'): string {
  const name = row[field]
  if (typeof name === 'string' && name !== '') return name
  throw new SyntaxError(`${field} is ${shown(name)}, which is no name`)
}

/** A value of the file for its owner, cut to what fits into a line. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
