import type { z } from 'zod'
import { shareOf } from '../domain/spending/budget-rules.js'
import { costOf } from '../domain/spending/cost.js'
import { longestAnswer } from '../domain/spending/longest-answer.js'
import { DEMO_MODEL_NAMES } from './demo-models.js'
import { Entry, NESTED_FIELDS } from './endpoints.schema.js'
import { interpolate } from './interpolate.js'
import type { ModelEndpoint } from './model-endpoint.js'
import type { Environment } from './parse-settings.js'
import {
  fallbackKey,
  isOfficial,
  keyVariables,
  recogniseApiType,
  type RealApiType,
} from './provider-defaults.js'
import type { Finding } from './startup-error.js'
import { toEndpoint } from './to-endpoint.js'

export interface ReadEntry {
  /** Absent exactly where there is a fault. */
  endpoint?: ModelEndpoint
  faults: Finding[]
  warnings: Finding[]
}

type JsonObject = Record<string, unknown>

const MAX_NAME_LENGTH = 200
const MOST_USUAL_API: RealApiType = 'openai'

/** Reads one entry of the model file; `name` is its key, the public name of the model. */
export function readEntry(name: string, raw: unknown, env: Environment): ReadEntry {
  const { value, ...unset } = filled(withoutNulls(raw), env)
  const result = Entry.safeParse(value)
  const faults = [...nameFaults(name), ...(result.error?.issues ?? []).map(toFinding(name))]
  if (!result.success) return { faults, warnings: [] }

  const entry = result.data
  const told = entry.api_type ?? recogniseApiType(entry.model_name ?? '') ?? recogniseApiType(name)
  // A variable that is not set may be the one that would tell: the model is unavailable then, and no more.
  const provider = told ?? (unset.others.length > 0 ? MOST_USUAL_API : undefined)
  if (!provider) {
    const message = 'needed here, since the name does not tell which API the model answers at'
    faults.push({ path: `${name}.api_type`, message })
  }
  faults.push(...unpricedBudget(name, entry))
  if (!provider || faults.length > 0) return { faults, warnings: [] }
  const endpoint = toEndpoint({ name, provider, entry, unset }, env)
  return {
    endpoint,
    faults: [],
    warnings: [
      ...warningsOf(name, raw as JsonObject, entry),
      ...tightBudget(endpoint),
      ...lentKey(name, provider, entry, env),
    ],
  }
}

/** The entry with the values of its variables, and which of these are not set. */
function filled(raw: unknown, env: Environment) {
  const { value, unset } = interpolate(raw, env)
  if (!isObject(raw)) return { value, key: [], others: unset }
  const { api_key: key, ...others } = raw
  return { value, key: interpolate(key, env).unset, others: interpolate(others, env).unset }
}

/** Whoever sets a budget believes that it holds: one that would limit nothing is no file to start with. */
function unpricedBudget(name: string, entry: Entry): Finding[] {
  const priced = entry.input_price !== undefined && entry.output_price !== undefined
  if (entry.budget_per_day === undefined || priced) return []
  const message = 'limits nothing without input_price and output_price: give both, or leave it out'
  return [{ path: `${name}.budget_per_day`, message }]
}

/** No answer begins that could cost more than is left, so that one of full length has to fit at all. */
function tightBudget(model: ModelEndpoint): Finding[] {
  const { name, budgetPerDay, recommended, anonyOnly } = model
  const outputTokens = longestAnswer(model, recommended)
  const cost = costOf(model, { inputTokens: 0, outputTokens }) ?? 0
  if (budgetPerDay === undefined || cost <= shareOf(budgetPerDay, 'battle', anonyOnly)) return []
  const message = `an answer of ${outputTokens} tokens may cost ${cost} and finds no room in what battles may use of it, so the model is not drawn; set a lower max_tokens`
  return [{ path: `${name}.budget_per_day`, message }]
}

/** The provider's own key would go to somebody else's server: as the guide has it, but not without a word. */
function lentKey(name: string, type: RealApiType, entry: Entry, env: Environment): Finding[] {
  const { api_base: apiBase, api_key: own } = entry
  if (own || isOfficial(type, apiBase) || !fallbackKey(type, apiBase, env).key) return []
  const message = `the key of ${keyVariables(type)} goes to this address; give api_key where it should not`
  return [{ path: `${name}.api_base`, message }]
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The predecessor writes null for what is not set. */
function withoutNulls(raw: unknown): unknown {
  if (!isObject(raw)) return raw
  return Object.fromEntries(
    Object.entries(raw).filter(
      ([name, value]) => value !== null && !(name === 'api_base' && value === ''),
    ),
  )
}

function nameFaults(name: string): Finding[] {
  if (name.trim() === '') return [{ path: '""', message: 'a model needs a name' }]
  if (name !== name.trim()) {
    return [{ path: name, message: 'a name must not begin or end with a space' }]
  }
  if (name.length > MAX_NAME_LENGTH) {
    return [{ path: name, message: `a name has at most ${MAX_NAME_LENGTH} characters` }]
  }
  if (DEMO_MODEL_NAMES.includes(name)) {
    return [{ path: name, message: 'this is the name of a demo model' }]
  }
  return []
}

function toFinding(name: string) {
  return ({ path, message }: z.core.$ZodIssue): Finding => ({
    path: path.reduce<string>(
      (whole, part) => whole + (typeof part === 'number' ? `[${part}]` : `.${String(part)}`),
      name,
    ),
    message,
  })
}

function warningsOf(name: string, raw: JsonObject, entry: Entry): Finding[] {
  const warnings = unknownFields(raw, Object.keys(Entry.shape), name)
  for (const [field, known] of Object.entries(NESTED_FIELDS)) {
    const inner = raw[field]
    if (isObject(inner)) warnings.push(...unknownFields(inner, known, `${name}.${field}`))
  }
  if (entry.custom_system_prompt && !entry.system_prompt) {
    const message = 'has no effect: write the text of the prompt into system_prompt'
    warnings.push({ path: `${name}.custom_system_prompt`, message })
  }
  return warnings
}

function unknownFields(object: JsonObject, known: readonly string[], path: string): Finding[] {
  return Object.keys(object)
    .filter((field) => !known.includes(field))
    .map((field) => ({ path: `${path}.${field}`, message: 'unknown field, ignored' }))
}
