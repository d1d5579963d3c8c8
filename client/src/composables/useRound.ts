import { computed, type ComputedRef } from 'vue'
import type { TurnView } from '#shared/protocol/conversation'
import { isLost, isTerminal, type Choice } from '#shared/vocabulary'
import { voteOn } from '../lib/conversation-states.js'
import { useConversation } from '../stores/conversation.js'

/** How the open conversation stands, as the arena asks it. */
export function useRound(): {
  begun: ComputedRef<boolean>
  running: ComputedRef<boolean>
  /** Takes prompts and commands: the server says so, and no vote on a battle stands against it. */
  open: ComputedRef<boolean>
  /** A battle that a failed side keeps from going on. */
  stuck: ComputedRef<boolean>
  choiceOf: (turn: TurnView) => Choice | undefined
} {
  const conversation = useConversation()
  const last = computed(() => conversation.turns.at(-1))

  return {
    begun: computed(() => last.value !== undefined),
    running: computed(() =>
      Object.values(last.value?.answers ?? {}).some((answer) => !isTerminal(answer.status)),
    ),
    open: computed(() => {
      const { snapshot } = conversation
      return !snapshot || (snapshot.open && !(snapshot.mode === 'battle' && snapshot.vote))
    }),
    stuck: computed(
      () =>
        conversation.snapshot?.mode === 'battle' &&
        Object.values(last.value?.answers ?? {}).some(({ status }) => isLost(status)),
    ),
    choiceOf: ({ turn }) =>
      conversation.snapshot ? voteOn(conversation.snapshot, turn)?.choice : undefined,
  }
}
