import type { UnsetVariables } from '#shared/protocol/model'
import type { ApiType } from '#shared/vocabulary'
import type { Environment } from './parse-settings.js'

export type RealApiType = Exclude<ApiType, 'demo'>

interface ProviderDefaults {
  /** Variables that may hold the key; the first that is set is taken. */
  keyVariables: readonly [string, ...string[]]
  /** Where the provider itself answers. */
  host: string
  /** Names of its models. */
  names: RegExp
}

const PROVIDERS: Record<RealApiType, ProviderDefaults> = {
  openai: {
    keyVariables: ['OPENAI_API_KEY'],
    host: 'api.openai.com',
    names: /^(chat)?gpt|^o\d/i,
  },
  anthropic_message: {
    keyVariables: ['ANTHROPIC_API_KEY'],
    host: 'api.anthropic.com',
    names: /^claude/i,
  },
  gemini: {
    keyVariables: ['GOOGLE_API_KEY', 'GEMINI_API_KEY'],
    host: 'generativelanguage.googleapis.com',
    names: /^gem(ini|ma)/i,
  },
  mistral: {
    keyVariables: ['MISTRAL_API_KEY'],
    host: 'api.mistral.ai',
    names: /^(open-)?(mistral|mixtral|magistral|codestral|ministral|pixtral|devstral)/i,
  },
}

/** The API that a model of this name is known to answer at. */
export function recogniseApiType(name: string): RealApiType | undefined {
  const types = Object.keys(PROVIDERS) as RealApiType[]
  return types.find((type) => PROVIDERS[type].names.test(name))
}

/** Whether requests go to the provider itself and not to a server of one's own. */
export function isOfficial(type: RealApiType, apiBase: string | undefined): boolean {
  return apiBase === undefined || new URL(apiBase).hostname === PROVIDERS[type].host
}

/** `A` or `A or B`. */
export const keyVariables = (type: RealApiType): string => PROVIDERS[type].keyVariables.join(' or ')

export const isKeyVariable = (type: RealApiType, variable: string): boolean =>
  PROVIDERS[type].keyVariables.includes(variable)

export interface KeyOrReason {
  key?: string
  /** What would have brought the one that is needed. */
  unset?: UnsetVariables
}

/** The key of a model that brings none of its own, or the reason why there is none. */
export function fallbackKey(
  type: RealApiType,
  apiBase: string | undefined,
  env: Environment,
): KeyOrReason {
  const variables = PROVIDERS[type].keyVariables
  const key = variables.map((name) => env[name]).find(Boolean)
  // Servers of one's own that speak OpenAI's format (vLLM, Ollama, llama.cpp) mostly ask for no key.
  if (key || (type === 'openai' && !isOfficial(type, apiBase))) return { key }
  return { unset: { variables: [...variables], oneIsEnough: true } }
}

/** `A is not set`, `A and B are not set`, `neither A nor B is set`. */
export function notSet({ variables, oneIsEnough }: UnsetVariables): string {
  if (variables.length === 1) return `${variables[0]} is not set`
  if (oneIsEnough) return `neither ${variables.join(' nor ')} is set`
  return `${variables.join(' and ')} are not set`
}
