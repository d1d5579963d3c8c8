import { fingerprint } from './fingerprint.js'
import type { ModelEndpoint } from './model-endpoint.js'
import { PLAIN_TIMEOUTS } from './default-timeouts.js'

/** Persona and what people read of it; `provider/demo` knows the personas by these names. */
const PERSONAS = {
  terse: 'Answers in a sentence or two and leaves out the rest.',
  thorough: 'Answers at length, with headings, lists and a table.',
  coder: 'Answers with a program and a word on how it works.',
  mathematician: 'Answers with formulas, definitions and a derivation.',
  slow: 'Answers properly, but one word after the other.',
  reasoner: 'Thinks aloud before it answers.',
  eliza: 'Answers with a question, by the trick of 1966.',
}

/** Those that measure a picture when they are shown one. */
const SEEING = new Set(['terse', 'thorough', 'coder', 'mathematician', 'reasoner'])

export const DEMO_MODEL_NAMES: readonly string[] = Object.keys(PERSONAS).map(
  (persona) => `demo-${persona}`,
)

/** Models without a provider: they answer offline, so that the arena can be tried without a key. */
export const DEMO_MODELS: readonly ModelEndpoint[] = Object.entries(PERSONAS).map(
  ([persona, description]) => {
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
      description,
      headers: {},
      timeouts: PLAIN_TIMEOUTS,
      aliases: [],
    }
  },
)
