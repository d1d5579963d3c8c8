import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Overview } from '#shared/protocol/admin'
import { inBase } from '../lib/base-url.js'
import { http } from '../lib/http.js'
import { failed, type Failure, type Outcome } from '../lib/outcome.js'
import { useSite } from './site.js'

type Method = Parameters<typeof http>[0]

/** `asking`: whether there is an admin side at all; `off`: there is none; `locked`: it wants its token. */
export type AdminState = 'asking' | 'off' | 'locked' | 'open'

/** The way to the admin side. The token is in memory only: a reload forgets it, and nothing stores it. */
export const useAdmin = defineStore('admin', () => {
  const state = ref<AdminState>('asking')
  const failure = ref<Failure | null>(null)
  const site = useSite()
  let token = ''

  const headers = (): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {})

  /** One request of the admin side; a token that is refused locks it. */
  async function call<T>(method: Method, path: string, body?: unknown): Promise<Outcome<T>> {
    const outcome = await http<T>(method, `api/admin/${path}`, body, headers())
    if (!outcome.ok && outcome.error.code === 'unauthorized') lock()
    return outcome
  }

  /** A download: its body is read by whoever asked, who shows how much has come. */
  async function download(path: string): Promise<Response | null> {
    const response = await fetch(inBase(`api/admin/${path}`), { headers: headers() }).catch(
      () => null,
    )
    return response?.ok ? response : null
  }

  /** Whether this server has an admin side: it says so itself, and nothing is asked without a token. */
  async function knock(): Promise<void> {
    if (state.value === 'open') return
    if (!site.site) await site.load()
    state.value = site.site?.admin === false ? 'off' : 'locked'
  }

  async function enter(given: string): Promise<void> {
    token = given.trim()
    await ask()
  }

  function lock(): void {
    token = ''
    state.value = 'locked'
  }

  async function ask(): Promise<void> {
    failure.value = null
    const outcome = await headersAllow()
    if (outcome.ok) {
      state.value = 'open'
      return
    }
    token = ''
    const { code } = outcome.error
    if (code === 'not_found') state.value = 'off'
    else state.value = 'locked'
    if (code !== 'not_found') failure.value = outcome.error
  }

  function headersAllow(): Promise<Outcome<Overview>> {
    // A header holds no other signs; such a text is no token, and the browser would throw.
    if (!/^[\x21-\x7e]*$/.test(token)) return Promise.resolve(failed('unauthorized'))
    return http<Overview>('GET', 'api/admin/overview', undefined, headers())
  }

  return { state, failure, call, download, knock, enter, lock }
})
