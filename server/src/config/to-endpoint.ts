import { defaultTimeouts } from './default-timeouts.js'
import type { Entry } from './endpoints.schema.js'
import { fingerprint } from './fingerprint.js'
import type { ModelEndpoint } from './model-endpoint.js'
import type { Environment } from './parse-settings.js'
import {
  fallbackKey,
  isOfficial,
  notSet,
  type KeyOrReason,
  type RealApiType,
} from './provider-defaults.js'

export interface NamedEntry {
  name: string
  provider: RealApiType
  entry: Entry
  /** Variables that the entry asks for and that are not set. */
  unset: readonly string[]
}

/** What the arena keeps of an entry of the model file, with every default filled in. */
export function toEndpoint(named: NamedEntry, env: Environment): ModelEndpoint {
  const { name, provider, entry } = named
  const apiBase = entry.api_base?.replace(/\/+$/, '')
  const endpoint: Omit<ModelEndpoint, 'versionId'> = {
    name,
    provider,
    demo: false,
    apiBase,
    ...access(named, apiBase, env),
    modelName: entry.model_name ?? name,
    anonyOnly: entry.anony_only ?? false,
    text: entry['text-arena'] ?? true,
    vision: entry['vision-arena'] ?? false,
    weight: entry.weight ?? 1,
    deprecated: entry.deprecated ?? false,
    recommended: recommended(entry),
    systemPrompt: entry.system_prompt || undefined,
    headers: entry.headers ?? {},
    extraBody: entry.extra_body ?? {},
    timeouts: timeouts(name, entry),
    aliases: entry.aliases ?? [],
    ...about(entry),
  }
  // The provider's own address, written out, is the same contestant as no address.
  const elsewhere = isOfficial(provider, apiBase) ? undefined : apiBase
  return { ...endpoint, versionId: fingerprint({ ...endpoint, apiBase: elsewhere }) }
}

function access(
  { provider, entry, unset }: NamedEntry,
  apiBase: string | undefined,
  env: Environment,
) {
  const { key, unset: keys }: KeyOrReason = entry.api_key
    ? { key: entry.api_key }
    : fallbackKey(provider, apiBase, env)
  const missing = unset.length > 0 ? { variables: [...unset], oneIsEnough: false } : keys
  if (!missing) return { apiKey: key, available: true }
  return { apiKey: key, available: false, unset: missing, reason: notSet(missing) }
}

function recommended({ recommended_config: config = {}, max_tokens: maxTokens }: Entry) {
  const parameters = {
    temperature: config.temperature,
    topP: config.top_p,
    maxTokens: config.max_new_tokens ?? maxTokens,
  }
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined))
}

function timeouts(name: string, entry: Entry): ModelEndpoint['timeouts'] {
  const { timeouts: given = {}, model_name: modelName = name, extra_body: extraBody = {} } = entry
  const usual = defaultTimeouts({ modelName, extraBody })
  return {
    firstMs: given.first_content_ms ?? usual.firstMs,
    stallMs: given.stall_ms ?? usual.stallMs,
    totalMs: given.total_ms ?? usual.totalMs,
  }
}

function about(entry: Entry) {
  const priced = entry.input_price !== undefined || entry.output_price !== undefined
  return {
    organization: entry.organization,
    license: entry.license,
    openWeights: entry.open_weights,
    link: entry.link,
    description: entry.description,
    knowledgeCutoff: entry.knowledge_cutoff,
    contextWindow: entry.context_window,
    inputPrice: entry.input_price,
    outputPrice: entry.output_price,
    budgetPerDay: entry.budget_per_day,
    currency: priced ? (entry.currency ?? 'USD') : undefined,
  }
}
