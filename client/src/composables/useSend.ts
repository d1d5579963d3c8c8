import { computed, ref, toRaw, watch } from 'vue'
import { useRouter } from 'vue-router'
import { PROMPT_LIMIT, codePoints } from '#shared/limits'
import type { Mode } from '#shared/vocabulary'
import {
  failed,
  isUnanswered,
  type Failure,
  type FailureCode,
  type Outcome,
} from '../lib/outcome.js'
import { command } from '../lib/request.js'
import { useConsent } from '../stores/consent.js'
import { useConversation, type Pending } from '../stores/conversation.js'
import { useDraft, type Setup } from '../stores/draft.js'
import { useHistory } from '../stores/history.js'
import { useModels } from '../stores/models.js'
import { usePictures } from '../stores/pictures.js'
import { useSite } from '../stores/site.js'

/** What this page was told of the arena is no longer so. */
const OUTDATED: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'images_off',
  'model_unavailable',
  'not_enough_models',
])

/**
 * Sends a prompt: the first one of a mode begins a conversation, any other goes on with the open one.
 * @param ready what a first prompt waits for, so that its answers find who shows them from their first word on
 */
export function useSend(ready: () => Promise<unknown> = () => Promise.resolve()) {
  const conversation = useConversation()
  const draft = useDraft()
  const history = useHistory()
  const pictures = usePictures()
  const router = useRouter()
  const sending = ref(false)
  const failure = ref<Failure | null>(null)
  const unheard = ref<(Pending & { conversationId: string }) | null>(null)

  /** Sends what is in the box of `place`. Whether the server has taken it; if not, `failure` says why. */
  async function send(mode: Mode, place: string, setup?: Setup): Promise<boolean> {
    if (sending.value) return false
    const tooLong = codePoints(draft.textOf(place)) > PROMPT_LIMIT[mode]
    failure.value = tooLong ? failed('text_too_long').error : null
    if (tooLong) return false

    const conversationId = conversation.id
    const prompt = draft.send(place)
    const { text } = prompt
    const turn = (conversation.turns.at(-1)?.turn ?? 0) + 1
    const images = pictures.of(place).flatMap(({ id }) => id ?? [])
    const pending: Pending = { mode, turn, text, images, createdAt: Date.now() }
    conversation.pending = pending
    unheard.value = null
    sending.value = true
    if (!conversationId) await ready()
    const outcome = conversationId
      ? await goOn(conversationId, pending)
      : await begin(pending, setup)
    sending.value = false
    draft.settle(prompt, outcome.ok)
    if (outcome.ok) pictures.settle(images)
    if (!outcome.ok) {
      failure.value = outcome.error
      useConsent().askedBy(outcome.error)
      if (OUTDATED.has(outcome.error.code)) learnAnew()
      if (isPending(pending)) conversation.pending = null
      if (conversationId && isUnanswered(outcome)) unheard.value = { ...pending, conversationId }
    }
    return outcome.ok
  }

  const isPending = (prompt: Pending) => toRaw(conversation.pending) === prompt

  async function goOn(conversationId: string, sent: Pending): Promise<Outcome<unknown>> {
    const { text, turn } = sent
    const payload = { conversationId, text, ...wireImages(sent) }
    const outcome = await command('conversation:continue', payload, turn)
    void history.refresh()
    return outcome
  }

  async function begin(pending: Pending, setup?: Setup): Promise<Outcome<unknown>> {
    const { mode, text } = pending
    const payload = { mode, text, ...wireImages(pending), ...wireSetup(setup) }
    const outcome = await command('conversation:start', payload)
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

  /** The prompt whose acknowledgement was lost, once the conversation shows it nevertheless. */
  const arrived = computed(() => {
    const { snapshot } = conversation
    const prompt = unheard.value
    if (!prompt || snapshot?.conversationId !== prompt.conversationId) return null
    return snapshot.turns.some(({ turn, text }) => turn === prompt.turn && text === prompt.text)
      ? prompt
      : null
  })
  watch(arrived, (prompt) => {
    if (!prompt) return
    unheard.value = null
    failure.value = null
    draft.takeOut(prompt.conversationId, prompt.text)
    pictures.settle(prompt.images)
  })

  return { send, failure }
}

const wireImages = ({ images }: Pending) => (images.length > 0 ? { imageIds: images } : {})

function learnAnew(): void {
  void useSite().load()
  void useModels().refresh()
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
