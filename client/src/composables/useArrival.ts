import { watch } from 'vue'
import type { Router } from 'vue-router'
import { codeInLink } from '../lib/access-link.js'
import { useAccess } from '../stores/access.js'
import { useConsent } from '../stores/consent.js'
import { useConnection } from '../stores/connection.js'
import { useModels } from '../stores/models.js'
import { useSite } from '../stores/site.js'

/**
 * From the first request to the open connection: a code in the address lets in and goes out of the address,
 * and where one is needed the page waits for it.
 */
export async function arrive(router: Router): Promise<void> {
  const access = useAccess()
  const site = useSite()
  const connection = useConnection()

  const code = codeInLink(window.location.hash)
  if (code) {
    void router.isReady().then(() => router.replace({ ...router.currentRoute.value, hash: '' }))
    await access.enter(code)
  }
  // The first answer may bring the session's cookie: what asks before it would ask as somebody else.
  await site.load()
  if (!access.required) begin()

  // Whoever comes back may meet a server with another configuration.
  watch(
    () => connection.session,
    (session) => {
      if (session === 1) return
      void site.load()
      void useConsent().load()
      void useModels().refresh()
    },
  )
  watch(
    () => connection.refusal?.code,
    (code) => {
      if (code === 'access_required') access.required = true
    },
  )
  watch(
    () => access.required,
    async (required) => {
      if (required) return connection.stop()
      await site.load()
      if (!access.required) begin()
    },
  )
}

function begin(): void {
  useConnection().start()
  void useConsent().load()
}
