import { computed } from 'vue'
import { CHOICES, type ParticipantRole } from '#shared/vocabulary'
import { useConversation } from '../stores/conversation.js'

/** What the open conversation is beyond one person's own. */
export function useRoom() {
  const conversation = useConversation()

  /** Others may vote here too, or have. */
  const votes = computed(() => {
    const { tally } = conversation.snapshot ?? {}
    return CHOICES.reduce((sum, choice) => sum + (tally?.[choice] ?? 0), 0)
  })
  const shared = computed(() => {
    const { role, links } = conversation.snapshot ?? {}
    return role === 'juror' || links?.includes('challenge') === true || votes.value > 1
  })

  /** Whoever is here without a vote, and does not own it. */
  const guest = computed<Exclude<ParticipantRole, 'owner'> | undefined>(() => {
    const { role, vote } = conversation.snapshot ?? {}
    return vote || role === 'owner' ? undefined : role
  })

  const roomVotes = computed(() => {
    const { tally, voted } = conversation.snapshot ?? {}
    if (voted) return { voted }
    return shared.value && tally ? { tally } : undefined
  })

  return { shared, guest, roomVotes }
}
