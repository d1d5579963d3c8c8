import type { ShareKind } from '#shared/vocabulary'

/** A link of its owner's by which others come into a conversation; one of each kind. */
export interface ShareLinkRow {
  conversationId: string
  kind: ShareKind
  /** The key is made from it. */
  id: string
  /** SHA-256 of the key in hex. */
  keyHash: string
  createdAt: number
}

/**
 * Somebody in a shared conversation; the owner is among them once others may vote. `left`: was here by a link
 * that was withdrawn, and may do nothing; it is known when they are invited again.
 */
export interface ParticipantRow {
  conversationId: string
  voterId: string
  kind: ShareKind | 'owner' | 'left'
  joinedAt: number
  /** Had not voted when the votes of the others were put on the boards, and is not waited for. */
  missed: 0 | 1
}

export interface RoomTables {
  shareLinks: ShareLinkRow
  participants: ParticipantRow
}
