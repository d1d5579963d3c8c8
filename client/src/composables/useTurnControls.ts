import { ref } from 'vue'
import type { Reaction, Side } from '#shared/vocabulary'
import type { Failure } from '../lib/outcome.js'
import { command, request } from '../lib/request.js'
import { useConsent } from '../stores/consent.js'
import { useConversation } from '../stores/conversation.js'

/** Stop, retry and react; a refusal is kept until the next attempt. */
export function useTurnControls() {
  const conversation = useConversation()
  const failure = ref<Failure | null>(null)

  async function control(event: 'turn:stop' | 'turn:retry', side?: Side): Promise<void> {
    if (!conversation.id) return
    const conversationId = conversation.id
    const turn = conversation.turns.at(-1)
    const attempts = Object.values(turn?.answers ?? {}).map(({ attempt }) => attempt)
    const payload = side ? { conversationId, side } : { conversationId }
    const outcome = await command(event, payload, [turn?.turn, attempts])
    failure.value = outcome.ok ? null : outcome.error
    useConsent().askedBy(failure.value)
  }

  async function react(turn: number, reaction: Reaction): Promise<void> {
    const { id, snapshot } = conversation
    const answer = snapshot?.turns.find((view) => view.turn === turn)?.answers.a
    if (!id || !answer || answer.reaction === reaction) return
    const before = answer.reaction
    answer.reaction = reaction
    const outcome = await request('answer:react', { conversationId: id, turn, reaction })
    failure.value = outcome.ok ? null : outcome.error
    useConsent().askedBy(failure.value)
    if (!outcome.ok) answer.reaction = before
  }

  return {
    stop: (side?: Side) => control('turn:stop', side),
    retry: (side?: Side) => control('turn:retry', side),
    react,
    failure,
  }
}
