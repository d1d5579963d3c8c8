import type { ApiType, Mode } from '../vocabulary.js'
import type { OfferedReasons } from '../vote-reasons.js'

/** A model as the public list shows it: what the configuration says of it, never what it does at the moment. */
export interface ModelSummary {
  name: string
  organization?: string
  license?: string
  link?: string
  description?: string
  modes: Mode[]
  vision: boolean
  demo: boolean
  available: boolean
  /** Why it is not available, in words for people: "OPENAI_API_KEY is not set". */
  reason?: string
  /** The same for a page to say, where variables are what is missing. */
  unset?: UnsetVariables
}

/** Variables without which a model cannot be asked: all of them, or any one. */
export interface UnsetVariables {
  variables: string[]
  oneIsEnough: boolean
}

/** Who a side was, with what its answers cost and took; sent to those who may know. */
export interface ModelCard {
  name: string
  organization?: string
  license?: string
  link?: string
  description?: string
  provider: ApiType
  knowledgeCutoff?: string
  /** Figures of the last turn; absent where the provider told nothing. */
  firstTokenMs?: number
  totalMs?: number
  outputTokens?: number
  tokensPerSecond?: number
  cost?: number
  currency?: string
}

/** One text for every reader, or one a language: `{ "en": "…", "zh-CN": "…" }`. */
export type Words = string | Record<string, string>

/** Prompts for those with an empty head, as the operator has them. */
export interface SuggestionCategory {
  name: Words
  prompts: Words[]
}

/** `GET /api/site`: what a page must know before it can draw itself. */
export interface Site {
  demoOnly: boolean
  demo: boolean
  /** Whether there are two models that a battle can be drawn from. */
  battles: boolean
  /** Whether pictures can be sent at all. */
  visionArena: boolean
  /** Whether a battle about pictures has its two models. */
  visionBattles: boolean
  voteGraceMs: number
  /** Whether a vote before the end of the answers may count. */
  earlyVotesRated: boolean
  /** What may be said of a vote after it; both lists are empty where nothing is asked. */
  voteReasons: OfferedReasons
  /** Whether there is an admin side. */
  admin: boolean
  /** Absent: the page brings its own. */
  suggestions?: SuggestionCategory[]
  version: string
}
