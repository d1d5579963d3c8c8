import { z } from 'zod'
import { SHARE_KINDS, type Choice } from '../vocabulary.js'
import { Id } from './common.js'

/**
 * For the owner. To share the same kind again answers with the same link; to unshare it withdraws the link, and
 * whoever came by it is out, but for those who have voted.
 */
export const ConversationShare = z.strictObject({
  conversationId: Id,
  kind: z.enum(SHARE_KINDS),
})
export type ConversationShare = z.infer<typeof ConversationShare>

/** Ends the votes of the others: the challenge link is gone, and who has not voted may read on. */
export const ConversationClose = z.strictObject({ conversationId: Id })
export type ConversationClose = z.infer<typeof ConversationClose>

export interface ShareLink {
  /** What `conversation:join` takes. */
  key: string
  /** The page with the key behind a `#`, which browsers keep to themselves. */
  url: string
}

/** Final votes of a room by choice; only for those whose own is final. */
export type RoomTally = Partial<Record<Choice, number>>
