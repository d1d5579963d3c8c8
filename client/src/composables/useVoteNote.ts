import { ref } from 'vue'
import type { VoteReasons } from '#shared/vote-reasons'
import { applyVote, voteOn } from '../lib/conversation-states.js'
import type { Failure } from '../lib/outcome.js'
import { request } from '../lib/request.js'
import { useConsent } from '../stores/consent.js'
import { useConversation } from '../stores/conversation.js'

/** What the viewer says of their vote, on its way to the server. */
export function useVoteNote() {
  const conversation = useConversation()
  const sending = ref(false)
  const failure = ref<Failure | null>(null)

  /** @returns whether it is kept */
  async function send(turn: number, reasons: VoteReasons, comment: string): Promise<boolean> {
    const conversationId = conversation.id
    if (!conversationId || sending.value) return false
    sending.value = true
    const note = { conversationId, turn, reasons, comment }
    const outcome = await request('vote:annotate', note)
    sending.value = false
    failure.value = outcome.ok ? null : outcome.error
    useConsent().askedBy(failure.value)
    const { id, snapshot } = conversation
    const vote = id === conversationId && snapshot && voteOn(snapshot, turn)
    if (outcome.ok && vote) applyVote(snapshot, { ...vote, reasons, comment })
    return outcome.ok
  }

  return { sending, failure, send }
}
