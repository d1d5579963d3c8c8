import { THINKERS_MAX_TOKENS, USUAL_MAX_TOKENS } from '../domain/spending/longest-answer.js'
import { defaultTimeouts } from './default-timeouts.js'
import type { Entry } from './endpoints.schema.js'
import { fingerprint } from './fingerprint.js'
import type { AnswerTimeouts, ModelEndpoint } from './model-endpoint.js'
import type { Environment } from './parse-settings.js'
import { isThinker } from './thinker.js'
import {
  fallbackKey,
  isKeyVariable,
  isOfficial,
  notSet,
  type KeyOrReason,
  type RealApiType,
} from './provider-defaults.js'

export interface NamedEntry {
  name: string
  provider: RealApiType
  entry: Entry
  /** Variables that the entry asks for and that are not set: those of `api_key`, and those of all else. */
  unset: { key: readonly string[]; others: readonly string[] }
}

/** What the arena keeps of an entry of the model file, with every default filled in. */
export function toEndpoint(named: NamedEntry, env: Environment): ModelEndpoint {
  const { name, provider, entry } = named
  const apiBase = entry.api_base?.replace(/\/+$/, '')
  const { model_name: modelName = name, extra_body: extraBody = {} } = entry
  const thinks = isThinker({ modelName, extraBody })
  const endpoint: Omit<ModelEndpoint, 'versionId'> = {
    name,
    provider,
    demo: false,
    apiBase,
    ...access(named, apiBase, env),
    modelName,
    anonyOnly: entry.anony_only ?? false,
    text: entry['text-arena'] ?? true,
    vision: entry['vision-arena'] ?? false,
    weight: entry.weight ?? 1,
    deprecated: entry.deprecated ?? false,
    recommended: recommended(entry),
    usualMaxTokens: thinks ? THINKERS_MAX_TOKENS : USUAL_MAX_TOKENS,
    systemPrompt: entry.system_prompt || undefined,
    headers: entry.headers ?? {},
    extraBody,
    timeouts: timeouts(entry, defaultTimeouts({ modelName, extraBody })),
    aliases: entry.aliases ?? [],
    ...about(entry),
  }
  // The provider's own address, written out, is the same contestant as no address.
  const elsewhere = isOfficial(provider, apiBase) ? undefined : apiBase
  return { ...endpoint, versionId: fingerprint({ ...endpoint, apiBase: elsewhere }) }
}

function access(named: NamedEntry, apiBase: string | undefined, env: Environment) {
  const { key, unset: keys } = keyOf(named, apiBase, env)
  const { others } = named.unset
  const missing =
    others.length > 0
      ? { variables: [...new Set([...others, ...named.unset.key])], oneIsEnough: false }
      : keys
  if (!missing) return { apiKey: key, available: true }
  return { apiKey: key, available: false, unset: missing, reason: notSet(missing) }
}

/** An entry that asks for one of the provider's usual variables may have the key from another of them. */
function keyOf(
  { provider, entry, unset: { key: variables } }: NamedEntry,
  apiBase: string | undefined,
  env: Environment,
): KeyOrReason {
  if (entry.api_key) return { key: entry.api_key }
  const usual = fallbackKey(provider, apiBase, env)
  if (variables.length === 0) return usual
  if (variables.every((name) => isKeyVariable(provider, name)) && (usual.key ?? usual.unset)) {
    return usual
  }
  return { unset: { variables: [...variables], oneIsEnough: false } }
}

function recommended({ recommended_config: config = {}, max_tokens: maxTokens }: Entry) {
  const parameters = {
    temperature: config.temperature,
    topP: config.top_p,
    maxTokens: config.max_new_tokens ?? maxTokens,
  }
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined))
}

function timeouts({ timeouts: given = {} }: Entry, usual: AnswerTimeouts): AnswerTimeouts {
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
