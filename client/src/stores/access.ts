import { defineStore } from 'pinia'
import { ref } from 'vue'
import { http } from '../lib/http.js'
import type { Failure } from '../lib/outcome.js'

/** Whether this arena asks for a code, and the way in. */
export const useAccess = defineStore('access', () => {
  const required = ref(false)
  /** Why the last code did not let in. */
  const failure = ref<Failure | null>(null)

  /** @returns whether this session is in */
  async function enter(code: string): Promise<boolean> {
    const outcome = await http<void>('POST', 'api/access', { code })
    failure.value = outcome.ok ? null : outcome.error
    return outcome.ok
  }

  return { required, failure, enter }
})
