import { computed, ref, watch } from 'vue'
import type { ShareLink } from '#shared/protocol/room'
import type { ShareKind } from '#shared/vocabulary'
import type { Failure, Outcome } from '../lib/outcome.js'
import { request } from '../lib/request.js'
import { useConversation } from '../stores/conversation.js'

/** The links of the open conversation, for its owner. */
export function useSharing() {
  const conversation = useConversation()
  const links = ref<Partial<Record<ShareKind, ShareLink>>>({})
  const busy = ref(false)
  const failure = ref<Failure | null>(null)
  const kinds = computed<ShareKind[]>(() => conversation.snapshot?.links ?? [])

  async function carryOut<T>(work: Promise<Outcome<T>>): Promise<T | undefined> {
    busy.value = true
    const outcome = await work
    busy.value = false
    failure.value = outcome.ok ? null : outcome.error
    return outcome.ok ? outcome.data : undefined
  }

  /** Makes a link, or brings the one that there is. */
  async function share(kind: ShareKind): Promise<void> {
    const { id } = conversation
    if (!id) return
    const link = await carryOut(request('conversation:share', { conversationId: id, kind }))
    if (!link || conversation.id !== id) return
    links.value[kind] = link
    conversation.knowLinks([...kinds.value.filter((known) => known !== kind), kind])
  }

  async function withdraw(kind: ShareKind): Promise<void> {
    const { id } = conversation
    if (!id) return
    if (await carryOut(request('conversation:unshare', { conversationId: id, kind }))) forget(kind)
  }

  /** Ends the votes of the others. */
  async function close(): Promise<void> {
    const { id } = conversation
    if (!id) return
    if (await carryOut(request('conversation:close', { conversationId: id }))) forget('challenge')
  }

  function forget(kind: ShareKind): void {
    delete links.value[kind]
    conversation.knowLinks(kinds.value.filter((known) => known !== kind))
  }

  watch(
    () => conversation.id,
    () => (links.value = {}),
  )

  return { links, kinds, busy, failure, share, withdraw, close }
}
