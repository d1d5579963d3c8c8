import { createHash } from 'node:crypto'
import type { ModelEndpoint } from './model-endpoint.js'

type Fingerprinted = Pick<
  ModelEndpoint,
  'name' | 'provider' | 'apiBase' | 'modelName' | 'systemPrompt' | 'recommended' | 'extraBody'
>

/**
 * The id of a model version: whatever changes who answers or what it is told makes another one. The
 * key and the headers are left out, since a renewed key is not a new contestant.
 * @returns 128 bits of a SHA-256, safe in a URL
 */
export function fingerprint(model: Fingerprinted): string {
  const identity = [
    model.name,
    model.provider,
    model.apiBase ?? null,
    model.modelName,
    model.systemPrompt ?? null,
    model.recommended,
    model.extraBody,
  ]
  const text = JSON.stringify(identity, sortNames)
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
}

/** Makes the text independent of the order in which fields were written. */
function sortNames(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
