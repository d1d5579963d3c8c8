import { useTimeoutFn } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useToast } from '../../stores/toast.js'
import { copyText } from '../../lib/copy-text.js'

const SHOWN_MS = 1_500

/** What a page puts into the clipboard; where the browser does not let it, the person is told. */
export function useCopy(): {
  /** @returns whether it is there */
  copy: (text: string) => Promise<boolean>
  /** For a moment after it was copied. */
  copied: Readonly<Ref<boolean>>
} {
  const { t } = useI18n()
  const toast = useToast()
  const copied = ref(false)
  const { start } = useTimeoutFn(() => (copied.value = false), SHOWN_MS, { immediate: false })

  async function copy(text: string): Promise<boolean> {
    copied.value = await copyText(text)
    if (copied.value) start()
    else toast.show(t('ui.copyRefused'), { tone: 'bad' })
    return copied.value
  }
  return { copy, copied }
}
