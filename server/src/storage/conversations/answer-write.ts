import type { Side } from '#shared/vocabulary'
import type { AnswerRow } from '../database/database.js'

export interface AnswerKey {
  conversationId: string
  turn: number
  side: Side
}

export type AnswerChange = Partial<Omit<AnswerRow, keyof AnswerKey>>

/** What one tick writes of a running conversation. */
export interface AnswerWrite {
  key: AnswerKey
  attempt: number
  change: AnswerChange
  seq: number
}
