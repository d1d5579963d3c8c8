import { z } from 'zod'
import { IMAGES_PER_TURN, PARAMETER_RANGES, SYSTEM_PROMPT_LIMIT, codePoints } from '../limits.js'
import type { ErrorCode } from '../error-codes.js'
import {
  MODES,
  type AnswerStatus,
  type FinishReason,
  type Mode,
  type ParticipantRole,
  type Reaction,
  type ShareKind,
} from '../vocabulary.js'
import { CommandId, Id, SideName, type BySide } from './common.js'
import type { ModelCard } from './model.js'
import type { RoomTally } from './room.js'
import type { VoteState } from './vote.js'

const within = ([least, most]: readonly [number, number]) => z.number().min(least).max(most)

export const AnswerParameters = z.strictObject({
  temperature: within(PARAMETER_RANGES.temperature).optional(),
  topP: within(PARAMETER_RANGES.topP).optional(),
  maxTokens: within(PARAMETER_RANGES.maxTokens).int().optional(),
})
export type AnswerParameters = z.infer<typeof AnswerParameters>

// The limit of a prompt depends on the mode, so the service states it; this bound only stops nonsense.
const Prompt = z.string()
const ImageIds = z.array(Id).max(IMAGES_PER_TURN).optional()

export const ConversationStart = z.strictObject({
  commandId: CommandId,
  mode: z.enum(MODES),
  text: Prompt,
  imageIds: ImageIds,
  models: z.array(z.string().min(1).max(200)).max(4).optional(),
  parameters: AnswerParameters.optional(),
  systemPrompt: z
    .string()
    .refine((text) => codePoints(text) <= SYSTEM_PROMPT_LIMIT, {
      error: `at most ${SYSTEM_PROMPT_LIMIT} characters`,
    })
    .optional(),
})
export type ConversationStart = z.infer<typeof ConversationStart>

export const ConversationContinue = z.strictObject({
  commandId: CommandId,
  conversationId: Id,
  text: Prompt,
  imageIds: ImageIds,
})
export type ConversationContinue = z.infer<typeof ConversationContinue>

export const ConversationJoin = z.strictObject({
  conversationId: Id,
  key: z.string().max(64).optional(),
})
export type ConversationJoin = z.infer<typeof ConversationJoin>

export const ConversationLeave = z.strictObject({ conversationId: Id })
export type ConversationLeave = z.infer<typeof ConversationLeave>

export const TurnCommand = z.strictObject({
  commandId: CommandId,
  conversationId: Id,
  side: SideName.optional(),
})
export type TurnCommand = z.infer<typeof TurnCommand>

export interface AnswerView {
  text: string
  reasoning?: string
  status: AnswerStatus
  /** Beginnings that were told; a hidden side's silent second try, or another model's, is not. */
  attempt: number
  /** How often this side of a battle was asked anew alone after it was stopped, since both were asked. */
  reasked?: number
  /** How long it has been on its way when the snapshot was taken, by the server's clock; while it runs. */
  runningMs?: number
  error?: { code: ErrorCode; message: string }
  /** Only for those who may know: a blind answer's end must look like any other. */
  finishReason?: FinishReason
  reaction?: Reaction
}

export interface TurnView {
  turn: number
  text: string
  /** Ids of pictures, `GET /api/images/:id`. */
  images: string[]
  createdAt: number
  answers: BySide<AnswerView>
  /** Side-by-side: the viewer's own vote on this turn. */
  vote?: VoteState
}

export interface Snapshot {
  conversationId: string
  mode: Mode
  title: string
  createdAt: number
  turns: TurnView[]
  votable: boolean
  /** Whether the viewer may send another prompt. */
  open: boolean
  role: ParticipantRole
  /** How many people have its page open. */
  presence: number
  tally?: RoomTally
  /** How many others have voted on the battle for good, while the viewer has not and may. */
  voted?: number
  /** The owner's links that others can come by. */
  links?: ShareKind[]
  parameters?: AnswerParameters
  systemPrompt?: string
  vote?: VoteState
  sides?: BySide<ModelCard>
  queue?: number
}

/** A conversation as it is at a moment: with what the frames behind `seq` bring it stays up to date. */
export interface Joined {
  snapshot: Snapshot
  seq: number
  /** What the server's clock shows, by which its moments are meant. */
  now: number
}

export interface ConversationChanged {
  conversationId: string
  title?: string
  /** To its owner, where it was pinned or is pinned no more. */
  pinned?: boolean
  votable: boolean
  /** How many people have its page open; 0: it is gone, or the viewer may see it no longer. */
  presence: number
  tally?: RoomTally
  /** How many others have voted on the battle for good, while the viewer has not and may. */
  voted?: number
  /** To whose final vote waits for others of the room, or does so no more. */
  held?: boolean
  /** Absent where it is gone. */
  role?: ParticipantRole
}

export interface ConversationRevealed {
  conversationId: string
  turn: number
  sides: BySide<ModelCard>
  vote: VoteState
}
