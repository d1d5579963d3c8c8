import { fingerprint } from './fingerprint.js'
import type { ModelEndpoint } from './model-endpoint.js'
import { USUAL_MAX_TOKENS } from '../domain/spending/longest-answer.js'
import { PLAIN_TIMEOUTS } from './default-timeouts.js'

/** `provider/demo` knows them by these names, the pages have a description of each in their own language. */
const PERSONAS = ['terse', 'thorough', 'coder', 'mathematician', 'slow', 'reasoner', 'eliza']

/** Those that measure a picture when they are shown one. */
const SEEING = new Set(['terse', 'thorough', 'coder', 'mathematician', 'reasoner'])

export const DEMO_MODEL_NAMES: readonly string[] = PERSONAS.map((persona) => `demo-${persona}`)

/** Models without a provider: they answer offline, so that the arena can be tried without a key. */
export const DEMO_MODELS: readonly ModelEndpoint[] = PERSONAS.map((persona) => {
  const identity = {
    name: `demo-${persona}`,
    provider: 'demo' as const,
    modelName: persona,
    recommended: {},
    extraBody: {},
  }
  return {
    ...identity,
    versionId: fingerprint(identity),
    demo: true,
    anonyOnly: false,
    text: true,
    vision: SEEING.has(persona),
    weight: 1,
    available: true,
    deprecated: false,
    organization: 'Ringside demo',
    headers: {},
    timeouts: PLAIN_TIMEOUTS,
    usualMaxTokens: USUAL_MAX_TOKENS,
    aliases: [],
  }
})
