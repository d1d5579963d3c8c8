import { DEMO_MODELS } from './demo-models.js'
import type { ModelEndpoint } from './model-endpoint.js'
import { hasRefusedHost, HOST_REFUSED } from './refused-hosts.js'
import type { Settings } from './settings.js'

/** Whether people can meet the model at all. */
export const isUsable = (model: ModelEndpoint): boolean => model.available && !model.deprecated

/** The models of the file as the settings allow them, and the demo models where they are on. */
export function assembleModels(
  fileModels: readonly ModelEndpoint[],
  settings: Pick<Settings, 'demo' | 'visionArena' | 'allowedApiHosts'>,
): ModelEndpoint[] {
  const { demo, visionArena } = settings
  const allowed = (model: ModelEndpoint) => ({
    ...model,
    vision: model.vision && visionArena,
    ...(hasRefusedHost(model, settings) && {
      available: false,
      unset: undefined,
      reason: HOST_REFUSED,
    }),
  })
  const models = fileModels.map(allowed)
  const demoOn = demo === 'auto' ? !models.some(isUsable) : demo === 'on'
  return demoOn ? [...models, ...DEMO_MODELS.map(allowed)] : models
}

export interface ModelChanges {
  added: string[]
  removed: string[]
  changed: string[]
}

/** Names of the models that came, went, or differ in anything at all, a renewed key included. */
export function compareModels(
  before: readonly ModelEndpoint[],
  after: readonly ModelEndpoint[],
): ModelChanges {
  const old = new Map(before.map((model) => [model.name, JSON.stringify(model)]))
  const names = new Set(after.map(({ name }) => name))
  return {
    added: after.filter(({ name }) => !old.has(name)).map(({ name }) => name),
    removed: before.filter(({ name }) => !names.has(name)).map(({ name }) => name),
    changed: after
      .filter((model) => old.has(model.name) && old.get(model.name) !== JSON.stringify(model))
      .map(({ name }) => name),
  }
}
