import type { ApiType } from '#shared/vocabulary'
import type { ModelEndpoint } from '../config/model-endpoint.js'
import { anthropicBase, geminiBase, mistralBase, openaiBase } from './upstream/base-url.js'

const BASES: Record<Exclude<ApiType, 'demo'>, (apiBase?: string) => string> = {
  openai: openaiBase,
  anthropic_message: anthropicBase,
  gemini: (apiBase) => geminiBase(apiBase).baseUrl,
  mistral: mistralBase,
}

/**
 * Where a model's requests end up: the host that its provider is reached at, since accounts and machines
 * are what has limits. Demo models have none.
 */
export function laneOf({ provider, apiBase }: ModelEndpoint): string | undefined {
  if (provider === 'demo') return undefined
  const base = BASES[provider](apiBase)
  return URL.canParse(base) ? new URL(base).host : base
}
