import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ConsentState } from '#shared/protocol/pages'
import { http } from '../lib/http.js'
import type { Failure } from '../lib/outcome.js'

/**
 * What people are told of what is stored here: where the arena asks for it, until the server has their consent to
 * the texts as they are; where it does not, until they have closed it in this browser.
 */
export const useConsent = defineStore('consent', () => {
  const state = ref<ConsentState | null>(null)
  const failure = ref<Failure | null>(null)
  /** The version that was closed last, kept in this browser alone. */
  const closed = useStorage('ringside.notice', '')

  const shown = computed(() => {
    if (!state.value) return false
    return state.value.asked ? state.value.given !== 'yes' : closed.value !== state.value.version
  })
  /** There was another version that this person has seen. */
  const changed = computed(() =>
    state.value?.asked ? state.value.given === 'outdated' : closed.value !== '',
  )

  async function load(): Promise<void> {
    const outcome = await http<ConsentState>('GET', 'api/consent')
    if (outcome.ok) state.value = outcome.data
  }

  /** Agrees, or closes what was only told. */
  async function settle(): Promise<void> {
    if (!state.value) return
    const { asked, version } = state.value
    if (!asked) {
      closed.value = version
      return
    }
    const outcome = await http<void>('POST', 'api/consent', { version })
    failure.value = outcome.ok ? null : outcome.error
    await load()
  }

  /** Where something was refused for want of it, what is asked comes to sight. */
  function askedBy(refusal: Failure | null): void {
    if (refusal?.code === 'consent_required') void load()
  }

  return { state, failure, shown, changed, load, settle, askedBy }
})
