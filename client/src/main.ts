import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { applyLocale, i18n } from './i18n/index.js'
import { arrive } from './composables/useArrival.js'
import { watchParts } from './composables/useMissingParts.js'
import { router } from './router.js'
import { useConversation } from './stores/conversation.js'
import { useHistory } from './stores/history.js'
import { usePreferences } from './stores/preferences.js'
import './styles/base.css'

const app = createApp(App).use(createPinia()).use(i18n).use(router)

watchParts(router)
useConversation().start()
useHistory().start()
// No word is shown in another language first.
await applyLocale(usePreferences().locale)
app.mount('#app')

void arrive(router)
