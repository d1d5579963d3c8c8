import type { ConversationSummary } from '#shared/protocol/history'
import { mayKnowNames } from '../../domain/conversation/blinding.js'
import type { HistoryRow } from '../../storage/conversations/history.repository.js'

/** A row of the sidebar; names only where their owner may know them. */
export function presentSummary(row: HistoryRow): ConversationSummary {
  const { mode } = row
  const namesKnown = mayKnowNames({ role: 'owner', mode, votedFinally: row.final === 1 })
  return {
    conversationId: row.id,
    mode,
    title: row.title,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    turns: row.turns,
    unvoted: mode === 'battle' && row.choice === null,
    failed: row.lost > 0,
    pinned: row.pinned === 1,
    ...(row.choice && { choice: row.choice }),
    ...(namesKnown && { models: row.models }),
  }
}
