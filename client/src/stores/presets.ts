import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { PARAMETER_RANGES } from '#shared/limits'
import type { AnswerParameters } from '#shared/protocol/conversation'

/** How models are asked, under a name. */
export interface Preset {
  name: string
  parameters: AnswerParameters
  systemPrompt: string
}

export const PRESET_COUNT = 50
export const PRESET_NAME_LENGTH = 60

/** What the browser remembers may be older than this page, or be edited by hand: what is not ours is dropped. */
function parsePreset(found: unknown): Preset[] {
  const { name, systemPrompt, parameters } = Object(found) as Record<string, unknown>
  if (typeof name !== 'string' || typeof systemPrompt !== 'string') return []
  const values = Object(parameters) as Record<string, unknown>
  const known = Object.entries(PARAMETER_RANGES).flatMap(([key, [least, most]]) => {
    const value = values[key]
    return typeof value === 'number' && value >= least && value <= most ? [[key, value]] : []
  })
  return [{ name, systemPrompt, parameters: Object.fromEntries(known) as AnswerParameters }]
}

function parsePresets(stored: string): Preset[] {
  try {
    const found: unknown = JSON.parse(stored)
    return Array.isArray(found) ? found.flatMap(parsePreset) : []
  } catch {
    return []
  }
}

/** Kept in the browser, in step between its tabs, never sent anywhere but with a prompt. */
export const usePresets = defineStore('presets', () => {
  const stored = useStorage<Preset[]>('ringside.presets', [], undefined, {
    serializer: { read: parsePresets, write: JSON.stringify },
  })
  const list = computed(() => [...stored.value].sort((a, b) => a.name.localeCompare(b.name)))

  const has = (name: string): boolean => stored.value.some((preset) => preset.name === name)
  const without = (...names: string[]) =>
    stored.value.filter((preset) => !names.includes(preset.name))

  /** Takes the place of one of the same name. */
  function save(preset: Preset): void {
    stored.value = [...without(preset.name), preset]
  }

  function rename(from: string, to: string): void {
    const preset = stored.value.find(({ name }) => name === from)
    if (preset) stored.value = [...without(from, to), { ...preset, name: to }]
  }

  function remove(name: string): void {
    stored.value = without(name)
  }

  function clear(): void {
    stored.value = []
  }

  return { list, has, save, rename, remove, clear }
})
