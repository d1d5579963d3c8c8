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
