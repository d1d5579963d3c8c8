import { ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PageText, TextPage } from '#shared/protocol/pages'
import { http } from '../lib/http.js'
import type { Failure } from '../lib/outcome.js'

/** The words of a page, as its operator or the software has them, in the reader's language. */
export function usePageText(page: () => TextPage) {
  const { locale } = useI18n()
  const text = shallowRef<PageText | null>(null)
  const failure = ref<Failure | null>(null)

  async function load(): Promise<void> {
    const asked = `api/pages/${page()}?language=${locale.value}`
    const outcome = await http<PageText>('GET', asked)
    if (asked !== `api/pages/${page()}?language=${locale.value}`) return
    failure.value = outcome.ok ? null : outcome.error
    if (outcome.ok) text.value = outcome.data
  }

  watch(
    [page, locale],
    () => {
      text.value = null
      void load()
    },
    { immediate: true },
  )
  return { text, failure, load }
}
