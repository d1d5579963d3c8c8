import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Site } from '#shared/protocol/model'
import { http } from '../lib/http.js'
import { useAccess } from './access.js'

/** What the installation says of itself. */
export const useSite = defineStore('site', () => {
  const site = ref<Site | null>(null)

  async function load(): Promise<void> {
    const outcome = await http<Site>('GET', 'api/site')
    if (outcome.ok) site.value = outcome.data
    useAccess().required = !outcome.ok && outcome.error.code === 'access_required'
  }

  return { site, load }
})
