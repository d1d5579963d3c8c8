import { z } from 'zod'
import { COMMENT_LIMIT, REASON_COUNT, REASON_LIMIT, codePoints } from '../limits.js'
import { CHOICES, REACTIONS, type Choice, type UnratedReason } from '../vocabulary.js'
import type { VoteReasons } from '../vote-reasons.js'
import { CommandId, Id, TurnNumber } from './common.js'
import type { BySide } from './common.js'
import type { ModelCard } from './model.js'

export const VoteCast = z.strictObject({
  commandId: CommandId,
  conversationId: Id,
  turn: TurnNumber,
  choice: z.enum(CHOICES),
})
export type VoteCast = z.infer<typeof VoteCast>

const ReasonList = z
  .array(z.string().refine((text) => text !== '' && codePoints(text) <= REASON_LIMIT))
  .max(REASON_COUNT)

/** Why: what is absent stays as it was, what is empty is taken back. */
export const VoteAnnotate = z.strictObject({
  conversationId: Id,
  turn: TurnNumber,
  reasons: z.strictObject({ a: ReasonList.optional(), b: ReasonList.optional() }).optional(),
  comment: z
    .string()
    .refine((text) => codePoints(text) <= COMMENT_LIMIT, {
      error: `at most ${COMMENT_LIMIT} characters`,
    })
    .optional(),
})
export type VoteAnnotate = z.infer<typeof VoteAnnotate>

export const AnswerReact = z.strictObject({
  conversationId: Id,
  turn: TurnNumber,
  reaction: z.enum(REACTIONS),
})
export type AnswerReact = z.infer<typeof AnswerReact>

/** A viewer's own vote. */
export interface VoteState {
  turn: number
  choice: Choice
  /** Milliseconds since the epoch, on the server's clock; until then another choice replaces it. */
  finalAt: number
  final: boolean
  /** Cast on an answer that was cut short: by this vote, which stopped it, or by a stop before. */
  early?: true
  /** Known once final. */
  rated?: boolean
  unratedReason?: UnratedReason
  /** Final, and kept off the board while somebody else of the room has yet to vote. */
  held?: true
  /** What the voter has said about it. */
  reasons?: VoteReasons
  comment?: string
}

export interface VoteReply {
  vote: VoteState
  /** Only where the grace is 0: the vote was final at once. */
  reveal?: BySide<ModelCard>
}
