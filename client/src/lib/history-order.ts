import type { ConversationSummary } from '#shared/protocol/history'

/** The order in which the server lists a history: what is pinned, then by time; equals stay as they came. */
export const inHistoryOrder = (one: ConversationSummary, other: ConversationSummary): number =>
  Number(other.pinned) - Number(one.pinned) || other.updatedAt - one.updatedAt

/** Those of the `known` rows that come after the end of fresh ones and are not among them. */
export function rowsAfter(
  end: ConversationSummary,
  fresh: readonly ConversationSummary[],
  known: readonly ConversationSummary[],
): ConversationSummary[] {
  const ids = new Set(fresh.map((row) => row.conversationId))
  return known.filter((row) => inHistoryOrder(end, row) <= 0 && !ids.has(row.conversationId))
}
