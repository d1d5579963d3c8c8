import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ModelSummary } from '#shared/protocol/model'
import type { Mode } from '#shared/vocabulary'
import { http } from '../lib/http.js'
import type { Failure } from '../lib/outcome.js'

/** The models that may be chosen by name. */
export const useModels = defineStore('models', () => {
  const models = ref<ModelSummary[]>([])
  const state = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  const failure = ref<Failure | null>(null)

  async function load(): Promise<void> {
    if (state.value === 'loading') return
    state.value = 'loading'
    const outcome = await http<{ models: ModelSummary[] }>('GET', 'api/models')
    state.value = outcome.ok ? 'ready' : 'failed'
    failure.value = outcome.ok ? null : outcome.error
    if (outcome.ok) models.value = outcome.data.models
  }

  /** Reads it again where it was asked for before; what is known stays where that fails. */
  async function refresh(): Promise<void> {
    if (state.value === 'failed') return load()
    if (state.value !== 'ready') return
    const outcome = await http<{ models: ModelSummary[] }>('GET', 'api/models')
    if (outcome.ok) models.value = outcome.data.models
  }

  const inMode = (mode: Mode): ModelSummary[] =>
    models.value.filter((model) => model.modes.includes(mode))

  return { models, state, failure, load, refresh, inMode }
})
