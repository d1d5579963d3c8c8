import { z } from 'zod'
import { COMMENT_LIMIT, codePoints } from '../limits.js'
import { CHOICES, REACTIONS, SIDES, type Choice, type UnratedReason } from '../vocabulary.js'
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

const ReasonList = z.array(z.string().min(1).max(40)).max(12)

export const VoteAnnotate = z.strictObject({
  conversationId: Id,
  turn: TurnNumber,
  reasons: z.partialRecord(z.enum(SIDES), ReasonList).optional(),
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
}

export interface VoteReply {
  vote: VoteState
  /** Only where the grace is 0: the vote was final at once. */
  reveal?: BySide<ModelCard>
}
