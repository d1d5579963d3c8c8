import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n/index.js'
import { arrive } from './composables/useArrival.js'
import { router } from './router.js'
import { useConversation } from './stores/conversation.js'
import { useHistory } from './stores/history.js'
import './styles/base.css'

const app = createApp(App).use(createPinia()).use(i18n).use(router)

useConversation().start()
useHistory().start()
app.mount('#app')

void arrive()
