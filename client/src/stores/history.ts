import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ConversationChanged } from '#shared/protocol/conversation'
import type { ConversationList, ConversationSummary } from '#shared/protocol/history'
import { inHistoryOrder, rowsAfter } from '../lib/history-order.js'
import { http } from '../lib/http.js'
import { socket } from '../lib/socket.js'
import { historyChanges } from './history-changes.js'

/** After each of these a row may say something else. */
const MOMENTS = ['connect', 'answer:started', 'turn:done', 'conversation:revealed'] as const

/** Several changes of one moment are one look at the list. */
const REFRESH_MS = 150

const listOf = (search: string, before?: string): string => {
  const asked = new URLSearchParams({
    ...(before !== undefined && { before }),
    ...(search !== '' && { search }),
  }).toString()
  return `api/conversations${asked && '?'}${asked}`
}

/** The person's own conversations, the pinned ones and then the others, newest first; all of them, or those with certain words. */
export const useHistory = defineStore('history', () => {
  const conversations = ref<ConversationSummary[]>([])
  const next = ref<string>()
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  /** The words that are looked for now, and those that the rows were found by. */
  const search = ref('')
  const found = ref('')
  const { alter, ...changes } = historyChanges(conversations)

  /** Reads the first page again and lays it over what was read further down. */
  async function load(): Promise<void> {
    const asked = search.value
    const outcome = await http<ConversationList>('GET', listOf(asked))
    // Other words meanwhile: their own answer is on its way.
    if (asked !== search.value) return
    const same = asked === found.value
    if (!outcome.ok) {
      if (!same) conversations.value = []
      if (conversations.value.length === 0) state.value = 'failed'
      return
    }
    found.value = asked
    const fresh = outcome.data.conversations
    const end = fresh.at(-1)
    const older =
      outcome.data.next === undefined || !same || !end
        ? []
        : rowsAfter(end, fresh, conversations.value)
    if (older.length === 0) next.value = outcome.data.next
    conversations.value = [...fresh, ...older]
    state.value = 'ready'
  }

  async function more(): Promise<void> {
    if (next.value === undefined) return
    const asked = found.value
    const outcome = await http<ConversationList>('GET', listOf(asked, next.value))
    if (!outcome.ok || asked !== found.value) return
    const known = new Set(conversations.value.map((row) => row.conversationId))
    conversations.value.push(
      ...outcome.data.conversations.filter((row) => !known.has(row.conversationId)),
    )
    // A row that was pinned no more may be older than all that had been read.
    conversations.value.sort(inHistoryOrder)
    next.value = outcome.data.next
  }

  const refresh = useDebounceFn(load, REFRESH_MS)

  async function find(words: string): Promise<void> {
    search.value = words
    await refresh()
  }

  /** A room tells of every coming and going; a row says another name, or it is gone. */
  const changed = ({ conversationId, title, pinned, presence }: ConversationChanged): void => {
    const moved = pinned !== undefined && !alter(conversationId, { pinned })
    if (title !== undefined || moved || presence === 0) void refresh()
  }

  function start(): void {
    MOMENTS.forEach((moment) => socket.on(moment, refresh))
    socket.on('conversation:changed', changed)
  }

  function stop(): void {
    MOMENTS.forEach((moment) => socket.off(moment, refresh))
    socket.off('conversation:changed', changed)
  }

  return {
    conversations,
    next,
    state,
    search,
    found,
    load,
    more,
    find,
    ...changes,
    refresh,
    start,
    stop,
  }
})
