import type { ConversationSummary } from '#shared/protocol/conversation'

/** The order in which the server lists a history: what is pinned, then by time, then by id. */
export const inHistoryOrder = (one: ConversationSummary, other: ConversationSummary): number =>
  Number(other.pinned) - Number(one.pinned) ||
  other.updatedAt - one.updatedAt ||
  (one.conversationId < other.conversationId ? -1 : 1)
