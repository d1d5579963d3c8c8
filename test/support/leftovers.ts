import type { INestApplicationContext } from '@nestjs/common'
import { ModulesContainer } from '@nestjs/core'

type Fields = Record<string, unknown>

const sizeOf = (value: unknown): number | undefined => {
  if (value instanceof Map || value instanceof Set) return value.size
  return Array.isArray(value) ? value.length : undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * How much every list, map and set holds that lives as long as the process: those of all that Nest has made, and of
 * what is theirs alone, as `RunningTurns.places` or `ProviderSlots.queue.taken`. What is new is looked at by itself.
 */
export function leftovers(app: INestApplicationContext): Record<string, number> {
  const all = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.providers.values(), ...module.controllers.values()].map(
      ({ instance }) => instance as unknown,
    ),
  )
  const made = new Set(all.filter(isObject))
  const found: Record<string, number> = {}
  const seen = new Set<object>()
  const look = (owner: object, name: string, deeper: boolean): void => {
    if (seen.has(owner)) return
    seen.add(owner)
    for (const [field, value] of Object.entries(owner as Fields)) {
      const path = `${name}.${field}`
      const size = sizeOf(value)
      if (size !== undefined) found[path] = (found[path] ?? 0) + size
      else if (deeper && isObject(value) && !made.has(value)) look(value, path, false)
    }
  }
  for (const each of made) look(each, each.constructor?.name ?? '?', true)
  return found
}

/** Entries a model, made when its board is first asked for, and never more of them. */
const ONE_A_MODEL = ['ActiveDraws.gains.position']

/** What holds more than before, as `RunningTurns.places: 0 to 3`. */
export const grown = (before: Record<string, number>, after: Record<string, number>): string[] =>
  Object.entries(after)
    .filter(([name]) => !ONE_A_MODEL.includes(name))
    .filter(([name, size]) => size > (before[name] ?? 0))
    .map(([name, size]) => `${name}: ${before[name] ?? 0} to ${size}`)
