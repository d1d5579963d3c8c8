import { computed, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useToast } from '../stores/toast.js'
import type { HistoryAction } from '../lib/history-action.js'
import type { ConversationSummary } from '#shared/protocol/history'
import type { Failure } from '../lib/outcome.js'
import { useHistory } from '../stores/history.js'
import { useExport } from './useExport.js'
import { useFailureText } from './useFailureText.js'

type Question = 'rename' | 'remove'

/** What is done to a conversation of the list: renaming and deleting after a question, the rest at once. */
export function useHistoryActions() {
  const history = useHistory()
  const route = useRoute()
  const router = useRouter()
  const sayFailure = useFailureText()
  const toast = useToast()
  const saveAs = useExport()

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

  async function act(action: HistoryAction, about: ConversationSummary): Promise<void> {
    if (action === 'rename' || action === 'remove') return ask(action, about)
    if (action === 'markdown' || action === 'json') return saveAs(about.conversationId, action)
    const error = await history.pin(about.conversationId, action === 'pin')
    if (error) toast.show(sayFailure(error), { tone: 'bad' })
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
    act,
    save,
    confirm,
  }
}
