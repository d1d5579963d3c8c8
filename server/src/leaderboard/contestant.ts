import { AppError } from '../domain/app-error.js'

/** A model version as the board shows it. */
export interface Contestant {
  name: string
  /** Counts from 1 within the name. */
  version: number
  /** Whether the name points at this version now. */
  current: boolean
  /** No longer drawn. */
  retired: boolean
  organization?: string
  license?: string
  link?: string
  knowledgeCutoff?: string
  /** Per million tokens. */
  inputPrice?: number
  outputPrice?: number
  currency?: string
  /** Absent where nobody said so and the licence does not tell. */
  openWeights?: boolean
}

/**
 * The id of a version of a model, of its newest one where none is named.
 * @throws AppError `not_found`
 */
export function versionNamed(
  contestants: ReadonlyMap<string, Contestant>,
  name: string,
  version: number | undefined,
): string {
  const ofName = [...contestants].filter(([, contestant]) => contestant.name === name)
  const newest = Math.max(...ofName.map(([, contestant]) => contestant.version))
  const found = ofName.find(([, contestant]) => contestant.version === (version ?? newest))
  if (found) return found[0]
  throw new AppError('not_found', 'No board has such a model.')
}
