import type { Ref } from 'vue'
import type { ConversationSummary } from '#shared/protocol/history'
import { inHistoryOrder } from '../lib/history-order.js'
import { http } from '../lib/http.js'
import type { Failure } from '../lib/outcome.js'

const pathOf = (id: string): string => `api/conversations/${encodeURIComponent(id)}`

/** What a person changes about a conversation: on the server first, and then in the list. */
export function historyChanges(conversations: Ref<ConversationSummary[]>) {
  async function rename(id: string, title: string): Promise<Failure | null> {
    const outcome = await http('PATCH', pathOf(id), { title })
    if (!outcome.ok) return outcome.error
    alter(id, { title })
    return null
  }

  async function pin(id: string, pinned: boolean): Promise<Failure | null> {
    const outcome = await http('PATCH', pathOf(id), { pinned })
    if (!outcome.ok) return outcome.error
    alter(id, { pinned })
    return null
  }

  /** Whether there is such a row. */
  function alter(id: string, to: Partial<ConversationSummary>): boolean {
    const row = conversations.value.find((candidate) => candidate.conversationId === id)
    if (!row) return false
    Object.assign(row, to)
    conversations.value.sort(inHistoryOrder)
    return true
  }

  async function remove(id: string): Promise<Failure | null> {
    const outcome = await http('DELETE', pathOf(id))
    if (!outcome.ok && outcome.error.code !== 'not_found') return outcome.error
    conversations.value = conversations.value.filter((row) => row.conversationId !== id)
    return null
  }

  return { alter, rename, pin, remove }
}
