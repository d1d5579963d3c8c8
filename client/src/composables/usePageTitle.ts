import { computed, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { useConversation } from '../stores/conversation.js'

/** Names the page in the browser's tab; a conversation goes by its own title. */
export function usePageTitle() {
  const { t } = useI18n()
  const route = useRoute()
  const conversation = useConversation()

  const page = computed(() => {
    if (!route.name) return ''
    if (route.name === 'conversation' && conversation.snapshot?.title)
      return conversation.snapshot.title
    return t(`shell.nav.${String(route.name)}`)
  })
  watchEffect(() => {
    document.title = page.value ? t('shell.title', { page: page.value }) : t('common.product')
  })
  return page
}
