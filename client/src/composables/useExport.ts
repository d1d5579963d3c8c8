import { useI18n } from 'vue-i18n'
import type { ConversationFormat } from '#shared/protocol/export'
import { useToast } from '../components/ui/use-toast.js'
import { fetchFile } from '../lib/fetch-file.js'
import { saveFile } from '../lib/save-file.js'
import { useFailureText } from './useFailureText.js'

/** Saves a conversation as a file; what goes wrong is said at the edge of the page. */
export function useExport() {
  const { locale } = useI18n()
  const toast = useToast()
  const sayFailure = useFailureText()

  return async function save(conversationId: string, format: ConversationFormat): Promise<void> {
    const asked = new URLSearchParams({ format, lang: locale.value }).toString()
    const path = `api/conversations/${encodeURIComponent(conversationId)}/export?${asked}`
    const outcome = await fetchFile(path)
    if (outcome.ok) saveFile(outcome.data.file, outcome.data.name)
    else toast.show(sayFailure(outcome.error), { tone: 'bad' })
  }
}
