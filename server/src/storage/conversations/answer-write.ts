import type { Side } from '#shared/vocabulary'
import type { AnswerRow } from '../database/database.js'

export interface AnswerKey {
  conversationId: string
  turn: number
  side: Side
}

/** All that is kept of an answer besides whose it is. */
export type AnswerRecord = Omit<AnswerRow, keyof AnswerKey | 'versionId' | 'attempt' | 'reasked'>

/** What one tick writes of a running conversation. */
export interface AnswerWrite {
  key: AnswerKey
  attempt: number
  change: AnswerRecord
  seq: number
}
