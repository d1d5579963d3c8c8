import { computed, ref, watch } from 'vue'
import type { VoteState } from '#shared/protocol/vote'
import type { Choice } from '#shared/vocabulary'
import { applyReveal, applyVote, isAllLost, voteOn } from '../lib/conversation-states.js'
import type { Failure } from '../lib/outcome.js'
import { command } from '../lib/request.js'
import { voteStage } from '../lib/vote-stage.js'
import { useConsent } from '../stores/consent.js'
import { useConversation } from '../stores/conversation.js'
import { useHistory } from '../stores/history.js'

/** The viewer's vote on the last turn of the open conversation, from the question to the end of its grace. */
export function useVoting() {
  const conversation = useConversation()
  const history = useHistory()
  const casting = ref<Choice | null>(null)
  const changing = ref(false)
  const hurrying = ref(false)
  const failure = ref<Failure | null>(null)

  const turn = computed(() => conversation.turns.at(-1))
  const vote = computed<VoteState | undefined>(() => {
    const { snapshot } = conversation
    return snapshot && turn.value ? voteOn(snapshot, turn.value.turn) : undefined
  })
  const stage = computed(() =>
    voteStage({
      mode: conversation.snapshot?.mode ?? conversation.pending?.mode,
      role: conversation.snapshot?.role ?? 'owner',
      answers: Object.values(turn.value?.answers ?? {}),
      votable: conversation.snapshot?.votable ?? false,
      vote: vote.value,
      changing: changing.value,
      hurrying: hurrying.value,
    }),
  )

  /** A vote now would stop what is still being answered. */
  const stopping = computed(
    () => stage.value === 'asked' && !vote.value && !conversation.snapshot?.votable,
  )

  /** Why a vote now would be as one before the end: by an answer that it would be on, or that was read before. */
  const cutShort = computed(() => {
    if (stage.value !== 'asked' || vote.value) return undefined
    const answers = conversation.turns.flatMap((each) => Object.values(each.answers))
    if (answers.some(({ status }) => status === 'stopped')) return 'cutShort'
    return answers.some(({ reasked = 0 }) => reasked > 1) ? 'reasked' : undefined
  })

  /** The sides whose last answer was stopped. */
  const stoppedSides = computed(() =>
    (['a', 'b'] as const).filter((side) => turn.value?.answers[side]?.status === 'stopped'),
  )

  const allLost = computed(() => isAllLost(Object.values(turn.value?.answers ?? {})))

  async function cast(choice: Choice): Promise<void> {
    const { id, snapshot } = conversation
    if (!id || !snapshot || !turn.value || casting.value) return
    casting.value = choice
    const on = turn.value.turn
    const payload = { conversationId: id, turn: on, choice }
    const outcome = await command('vote:cast', payload, vote.value?.finalAt)
    casting.value = null
    failure.value = outcome.ok ? null : outcome.error
    useConsent().askedBy(failure.value)
    changing.value = false
    if (outcome.ok) void history.refresh()
    if (!outcome.ok || conversation.id !== id || !conversation.snapshot) return
    const { vote: kept, reveal } = outcome.data
    if (reveal)
      applyReveal(conversation.snapshot, {
        conversationId: id,
        turn: on,
        sides: reveal,
        vote: kept,
      })
    else if (!vote.value?.final) applyVote(conversation.snapshot, kept)
  }

  watch([() => conversation.id, () => turn.value?.turn], () => {
    failure.value = null
    changing.value = false
    hurrying.value = false
  })

  return {
    stage,
    vote,
    casting,
    changing,
    hurrying,
    stopping,
    cutShort,
    stoppedSides,
    allLost,
    failure,
    cast,
  }
}
