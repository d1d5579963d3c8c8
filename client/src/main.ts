import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n/index.js'
import { router } from './router.js'
import { useConnection } from './stores/connection.js'
import { useConversation } from './stores/conversation.js'
import { useHistory } from './stores/history.js'
import { useSite } from './stores/site.js'
import './styles/base.css'

const app = createApp(App).use(createPinia()).use(i18n).use(router)

useConversation().start()
useHistory().start()
app.mount('#app')

// The first answer may bring the session's cookie: what asks before it would ask as somebody else.
void useSite()
  .load()
  .then(() => useConnection().start())
