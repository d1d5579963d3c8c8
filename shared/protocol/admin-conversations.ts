import { z } from 'zod'
import type { AnswerErrorCode } from '../error-codes.js'
import { MODES, type AnswerStatus, type Mode, type Reaction, type Side } from '../vocabulary.js'
import { Place } from './admin-common.js'

export const ConversationSearch = z.strictObject({
  /** The beginning of the id of a conversation or of its owner, or a part of a model's name. */
  search: z.string().trim().max(200).optional(),
  mode: z.enum(MODES).optional(),
  /** Only those with an answer that failed. */
  failed: z.stringbool().optional(),
  /** Only those with an answer that its reader reported. */
  reported: z.stringbool().optional(),
  before: Place.optional(),
})
export type ConversationSearch = z.infer<typeof ConversationSearch>

/** A conversation without anything that was said in it; its title is the beginning of a prompt. */
export interface AdminConversation {
  conversationId: string
  ownerId: string
  mode: Mode
  createdAt: number
  updatedAt: number
  turns: number
  failed: number
  /** Answers that their reader reported. */
  reports: number
  pictures: number
  models: string[]
}

export interface AdminConversationPage {
  conversations: AdminConversation[]
  next?: string
}

/** What was said, for who has asked for it; that it was asked for is in the record. */
export interface AdminTranscript {
  conversationId: string
  title: string
  systemPrompt?: string
  sides: { side: Side; model: string; version: number }[]
  turns: {
    turn: number
    text: string
    pictures: number
    createdAt: number
    answers: {
      side: Side
      text: string
      status: AnswerStatus
      errorCode?: AnswerErrorCode
      /** `ofEarlier`: it was given to an answer that this one has replaced by a retry. */
      reaction?: { kind: Reaction; createdAt: number; ofEarlier: boolean }
    }[]
  }[]
}
