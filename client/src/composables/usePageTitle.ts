import { computed, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { first } from '../lib/slice-query.js'
import { useConversation } from '../stores/conversation.js'

/** Names the page in the browser's tab; a conversation goes by its own title, a model by its name. */
export function usePageTitle() {
  const { t } = useI18n()
  const route = useRoute()
  const conversation = useConversation()

  const page = computed(() => {
    if (!route.name) return ''
    if (route.name === 'conversation' && conversation.snapshot?.title)
      return conversation.snapshot.title
    const model = route.name === 'leaderboard-model' && first(route.query, 'name')
    if (model) return model
    return t(`shell.nav.${String(route.name)}`)
  })
  watchEffect(() => {
    document.title = page.value ? t('shell.title', { page: page.value }) : t('common.product')
  })
  return page
}
