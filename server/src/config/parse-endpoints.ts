import { scanJson } from './json-scanner.js'
import type { ModelEndpoint } from './model-endpoint.js'
import type { Environment } from './parse-settings.js'
import { isObject, readEntry } from './read-entry.js'
import type { Finding } from './startup-error.js'

export type ParsedEndpoints =
  { ok: true; endpoints: ModelEndpoint[]; warnings: Finding[] } | { ok: false; faults: Finding[] }

/** Names that would reach into every object of the process (CWE-1321). */
const FORBIDDEN_NAMES = ['__proto__', 'constructor', 'prototype']

/**
 * Reads the text of a model file (docs/settings.md). One fault refuses the whole file, and all of
 * them are told, path by path, without a value; a model that lacks a variable is merely unavailable.
 */
export function parseEndpoints(text: string, env: Environment): ParsedEndpoints {
  const json = text.replace(/^\uFEFF/, '')
  const { fault, duplicates } = scanJson(json)
  if (fault) return { ok: false, faults: [fault] }

  const file: unknown = JSON.parse(json)
  const forbidden = forbiddenNames(file)
  if (forbidden.length > 0) return { ok: false, faults: forbidden }
  if (!isObject(file)) {
    return { ok: false, faults: [{ path: '', message: 'expected an object with a model each' }] }
  }

  const entries = Object.entries(file).map(([name, raw]) => readEntry(name, raw, env))
  const faults = entries.flatMap((entry) => entry.faults)
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    endpoints: entries.flatMap(({ endpoint }) => endpoint ?? []),
    warnings: [...duplicates, ...entries.flatMap((entry) => entry.warnings)],
  }
}

function forbiddenNames(value: unknown, path = ''): Finding[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => forbiddenNames(item, `${path}[${index}]`))
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, item]) => {
    const inner = path === '' ? name : `${path}.${name}`
    return FORBIDDEN_NAMES.includes(name)
      ? [{ path: inner, message: 'this name is not allowed' }]
      : forbiddenNames(item, inner)
  })
}
