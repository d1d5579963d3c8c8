import { ref, toRaw } from 'vue'
import { useRouter } from 'vue-router'
import { PROMPT_LIMIT, codePoints } from '#shared/limits'
import type { Mode } from '#shared/vocabulary'
import { failed, isUnanswered, type Failure, type Outcome } from '../lib/outcome.js'
import { command } from '../lib/request.js'
import { useConversation, type Pending } from '../stores/conversation.js'
import type { Setup } from '../stores/draft.js'
import { useHistory } from '../stores/history.js'

const TAKEN: Outcome<unknown> = { ok: true, data: {} }

/** Sends a prompt: the first one of a mode begins a conversation, any other goes on with the open one. */
export function useSend() {
  const conversation = useConversation()
  const history = useHistory()
  const router = useRouter()
  const sending = ref(false)
  const failure = ref<Failure | null>(null)

  /** Whether the server has taken it; if not, `failure` says why, and the text is the caller's to keep. */
  async function send(mode: Mode, text: string, setup?: Setup): Promise<boolean> {
    const tooLong = codePoints(text) > PROMPT_LIMIT[mode]
    failure.value = tooLong ? failed('text_too_long').error : null
    if (tooLong) return false

    const last = conversation.turns.at(-1)?.turn ?? 0
    const pending: Pending = { mode, turn: last + 1, text, createdAt: Date.now() }
    conversation.pending = pending
    sending.value = true
    const outcome = conversation.id
      ? await goOn(conversation.id, pending)
      : await begin(pending, mode, text, setup)
    sending.value = false
    if (!outcome.ok) {
      failure.value = outcome.error
      if (isPending(pending)) conversation.pending = null
    }
    return outcome.ok
  }

  const isPending = (prompt: Pending) => toRaw(conversation.pending) === prompt

  async function goOn(
    conversationId: string,
    { text, turn }: Pending,
  ): Promise<Outcome<unknown>> {
    const outcome = await command('conversation:continue', { conversationId, text }, turn)
    void history.refresh()
    return isUnanswered(outcome) && isKnown(conversationId, turn, text) ? TAKEN : outcome
  }

  /** The turn that the server made of a prompt may be heard where its acknowledgement was not. */
  const isKnown = (conversationId: string, number: number, text: string) =>
    conversation.snapshot?.conversationId === conversationId &&
    conversation.snapshot.turns.some((turn) => turn.turn === number && turn.text === text)

  async function begin(
    pending: Pending,
    mode: Mode,
    text: string,
    setup?: Setup,
  ): Promise<Outcome<unknown>> {
    const outcome = await command('conversation:start', { mode, text, ...wireSetup(setup) })
    if (!outcome.ok) return outcome
    void history.refresh()
    // Whoever has gone to another page meanwhile finds this conversation in the history.
    if (!isPending(pending)) return outcome
    const { conversationId } = outcome.data
    conversation.adopt(conversationId)
    await router.replace({
      name: 'conversation',
      params: { conversationId },
      state: { keepFocus: true },
    })
    return outcome
  }

  return { send, sending, failure }
}

/** Only what is set goes over the wire: the rest is the model's own business. */
function wireSetup(setup: Setup | undefined) {
  if (!setup) return {}
  const { models, parameters, systemPrompt } = setup
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined)
  return {
    models,
    parameters: set.length === 0 ? undefined : Object.fromEntries(set),
    systemPrompt: systemPrompt.trim() === '' ? undefined : systemPrompt,
  }
}
