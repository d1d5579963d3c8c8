import { useI18n } from 'vue-i18n'
import type { ConversationFormat } from '#shared/protocol/export'
import { FILE_LANGUAGES } from '#shared/vocabulary'
import { useToast } from '../stores/toast.js'
import { fetchFile } from '../lib/fetch-file.js'
import { saveFile } from '../lib/save-file.js'
import { useFailureText } from './useFailureText.js'

/** Saves a conversation as a file; what goes wrong is said at the edge of the page. */
export function useExport() {
  const { locale } = useI18n()
  const toast = useToast()
  const sayFailure = useFailureText()

  return async function save(conversationId: string, format: ConversationFormat): Promise<void> {
    // A language that the pages have and the server does not is served in the server's own, English.
    const lang = FILE_LANGUAGES.find((each) => each === locale.value)
    const asked = new URLSearchParams({ format, ...(lang && { lang }) }).toString()
    const path = `api/conversations/${encodeURIComponent(conversationId)}/export?${asked}`
    const outcome = await fetchFile(path)
    if (outcome.ok) saveFile(outcome.data.file, outcome.data.name)
    else toast.show(sayFailure(outcome.error), { tone: 'bad' })
  }
}
