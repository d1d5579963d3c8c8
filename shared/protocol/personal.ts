import type { Choice } from '../vocabulary.js'

/** How much this arena has of one person. */
export interface PersonalCounts {
  conversations: number
  votes: number
  reactions: number
  pictures: number
}

/** A vote as its voter may have it; whom it was on is in the conversation, for who may know. */
export interface ExportedOwnVote {
  conversationId: string
  turn: number
  choice: Choice
  castAt: number
  final: boolean
  reasons?: unknown
  comment?: string
}

/** A picture with all of its bytes. */
export interface ExportedPicture {
  id: string
  type: string
  /** In pixels, as `height`. */
  width: number
  height: number
  base64: string
}
