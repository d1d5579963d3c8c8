import { z } from 'zod'
import {
  UNRATED_REASONS,
  VOTE_STATES,
  type Choice,
  type UnratedReason,
  type VoteState,
} from '../vocabulary.js'
import type { VoteReasons } from '../vote-reasons.js'
import { Place } from './admin-common.js'
import { Id } from './common.js'

export interface VoteCounts {
  /** In their grace. */
  waiting: number
  rated: number
  unrated: Partial<Record<UnratedReason, number>>
}

export const VoteSearch = z.strictObject({
  state: z.enum(VOTE_STATES).optional(),
  reason: z.enum(UNRATED_REASONS).optional(),
  voter: Id.optional(),
  before: Place.optional(),
})
export type VoteSearch = z.infer<typeof VoteSearch>

export interface AdminVote {
  id: string
  conversationId: string
  turn: number
  voterId: string
  choice: Choice
  castAt: number
  state: VoteState
  reason?: UnratedReason
  models: [a: string, b: string]
  /** What the voter has said about it. */
  said?: { reasons?: VoteReasons; comment?: string }
}

export interface VotePage {
  votes: AdminVote[]
  next?: string
}

export interface AdminVoter {
  voterId: string
  votes: number
  rated: number
  lastVoteAt: number
  excluded: boolean
  reason?: string
}

/** What changed by an order of an admin. */
export interface VotesChanged {
  /** Battles whose votes that count, or whose labels, are others now. */
  battles: number
}

/** All final votes; or those that count, as `ringside export votes` writes them: without any identity. */
export const EXPORT_KINDS = ['votes', 'battles'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

export const EXPORT_FORMATS = ['jsonl', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const ExportQuery = z.strictObject({ format: z.enum(EXPORT_FORMATS).default('jsonl') })
export type ExportQuery = z.infer<typeof ExportQuery>
