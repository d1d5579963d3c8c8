import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ShareKind } from '#shared/vocabulary'
import { useConversation } from './conversation.js'

/** A link of the open conversation that its owner keeps in sight as a code, for those who come late. */
export interface KeptCode {
  conversationId: string
  kind: ShareKind
  url: string
}

export const useKeptCode = defineStore('keptCode', () => {
  const conversation = useConversation()
  const kept = ref<KeptCode | null>(null)

  /** Beside its own conversation only, and no longer than its link lets anybody in. */
  const code = computed(() => {
    const { snapshot } = conversation
    const own = kept.value?.conversationId === snapshot?.conversationId
    return own && kept.value && snapshot?.links?.includes(kept.value.kind) ? kept.value : null
  })

  return { kept, code }
})
