import { z } from 'zod'
import {
  FILE_LANGUAGES,
  type AnswerStatus,
  type Choice,
  type FinishReason,
  type Mode,
  type Reaction,
} from '../vocabulary.js'
import type { BySide } from './common.js'
import type { AnswerParameters } from './conversation.js'
import type { ModelCard } from './model.js'

export const CONVERSATION_FORMATS = ['markdown', 'json'] as const
export type ConversationFormat = (typeof CONVERSATION_FORMATS)[number]

export const ConversationExport = z.strictObject({
  /** Markdown where it is not said. */
  format: z.enum(CONVERSATION_FORMATS).optional(),
  /** Of the words around those of people and models; Markdown only. */
  lang: z.enum(FILE_LANGUAGES).optional(),
})
export type ConversationExport = z.infer<typeof ConversationExport>

export interface ExportedVote {
  choice: Choice
  final: boolean
}

export interface ExportedAnswer {
  text: string
  status: AnswerStatus
  reasoning?: string
  finishReason?: FinishReason
  reaction?: Reaction
}

export interface ExportedTurn {
  turn: number
  text: string
  /** Ids of its pictures, which are no part of the file. */
  images: string[]
  createdAt: number
  answers: BySide<ExportedAnswer>
  vote?: ExportedVote
}

/** A conversation as a file, with what its viewer may know and nothing of the moment. */
export interface ExportedConversation {
  conversationId: string
  mode: Mode
  title: string
  createdAt: number
  systemPrompt?: string
  parameters?: AnswerParameters
  /** The models; absent before the viewer may know them. */
  sides?: BySide<ModelCard>
  vote?: ExportedVote
  turns: ExportedTurn[]
}
