import { computed, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { ConversationSummary } from '#shared/protocol/conversation'
import type { Failure } from '../lib/outcome.js'
import { useHistory } from '../stores/history.js'
import { useFailureText } from './useFailureText.js'

type Question = 'rename' | 'remove'

/** Renaming and deleting a conversation, each after a question. */
export function useHistoryActions() {
  const history = useHistory()
  const route = useRoute()
  const router = useRouter()
  const sayFailure = useFailureText()

  const question = ref<Question | null>(null)
  const row = ref<ConversationSummary | null>(null)
  const busy = ref(false)
  const failure = ref('')

  const dialog = (which: Question) =>
    computed({
      get: () => question.value === which,
      set: (open) => (question.value = open ? which : null),
    })

  function ask(which: Question, about: ConversationSummary): void {
    row.value = about
    failure.value = ''
    question.value = which
  }

  async function attempt(work: (id: string) => Promise<Failure | null>): Promise<boolean> {
    if (!row.value) return false
    busy.value = true
    const error = await work(row.value.conversationId)
    busy.value = false
    failure.value = error ? sayFailure(error) : ''
    if (!error) question.value = null
    return !error
  }

  async function save(title: string): Promise<void> {
    await attempt((id) => history.rename(id, title))
  }

  async function confirm(): Promise<void> {
    const id = row.value?.conversationId
    const done = await attempt(history.remove)
    if (done && route.params.conversationId === id) await router.push({ name: 'battle' })
  }

  return {
    renaming: dialog('rename'),
    removing: dialog('remove'),
    title: computed(() => row.value?.title ?? ''),
    busy,
    failure,
    ask,
    save,
    confirm,
  }
}
