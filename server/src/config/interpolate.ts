import type { Environment } from './parse-settings.js'

export interface Interpolated {
  value: unknown
  /** Variables that are unset or empty, each once, in the order of the text. */
  unset: string[]
}

// `$${` stands for the two signs themselves; what a variable holds is not looked through again.
const PLACEHOLDER = /\$\$\{|\$\{([A-Za-z_]\w*)\}/g

/**
 * Puts the values of variables into every text of a JSON value. A text that needs an unset variable
 * is left out, as if it had not been written.
 */
export function interpolate(value: unknown, env: Environment): Interpolated {
  const unset = new Set<string>()
  return { value: fill(value, env, unset), unset: [...unset] }
}

function fill(value: unknown, env: Environment, unset: Set<string>): unknown {
  if (typeof value === 'string') return fillText(value, env, unset)
  if (Array.isArray(value)) {
    return value.map((item) => fill(item, env, unset)).filter((item) => item !== undefined)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => [name, fill(item, env, unset)] as const)
      .filter(([, item]) => item !== undefined),
  )
}

function fillText(text: string, env: Environment, unset: Set<string>): string | undefined {
  const missing = [...text.matchAll(PLACEHOLDER)].flatMap(([, name]) =>
    name && !env[name] ? [name] : [],
  )
  missing.forEach((name) => unset.add(name))
  if (missing.length > 0) return undefined
  return text.replace(PLACEHOLDER, (_, name?: string) => (name ? (env[name] ?? '') : '${'))
}
