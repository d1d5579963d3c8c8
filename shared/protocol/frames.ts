import type { ErrorCode } from '../error-codes.js'
import type { AnswerStatus, Side } from '../vocabulary.js'

/** What a room hears of a turn, in the order of `seq`. */
interface Frame {
  conversationId: string
  seq: number
  turn: number
}

export type TurnStarted = Frame & { text: string; images: string[]; createdAt: number }
export type TurnDone = Frame & { votable: boolean }
export type TurnQueued = Frame & { position: number }
export type AnswerStarted = Frame & { side: Side; attempt: number; reasked?: number }
export type AnswerDelta = Frame & { side: Side; kind: 'text' | 'reasoning'; text: string }
export type AnswerEnded = Frame & {
  side: Side
  status: AnswerStatus
  error?: { code: ErrorCode; message: string }
}
