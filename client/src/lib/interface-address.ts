import type { LocationQueryRaw } from 'vue-router'

/** An address of the interface, for `http`: what of its query is not set is left out. */
export function interfaceAddress(path: string, query: LocationQueryRaw = {}): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' || typeof value === 'number') words.set(name, String(value))
  }
  const text = words.toString()
  return `api/leaderboard/${path}${text && `?${text}`}`
}
