import type { ApiType } from '#shared/vocabulary'

/** What the arena knows of a model: an entry of the configuration, without its way to the provider. */
export interface Model {
  /** The key in `api_endpoint.json`, the only name that people ever see. */
  name: string
  /** Fingerprint of what the key really points at; a changed one is another contestant. */
  versionId: string
  provider: ApiType
  demo: boolean
  /** Hidden from the named modes, still in the battle pool. */
  anonyOnly: boolean
  text: boolean
  vision: boolean
  /** Share of draws relative to the other models; 0 keeps it out of battles. */
  weight: number
  available: boolean
  /** Why it is not available. */
  reason?: string
  /** The same, where variables are what is missing. */
  unset?: { variables: string[]; oneIsEnough: boolean }
  deprecated: boolean
  organization?: string
  license?: string
  /** Whether anybody may run it; absent: the licence tells. */
  openWeights?: boolean
  link?: string
  description?: string
  knowledgeCutoff?: string
  contextWindow?: number
  /** Per million tokens. */
  inputPrice?: number
  outputPrice?: number
  currency?: string
  /** In its currency, from midnight to midnight by UTC. */
  budgetPerDay?: number
}
