import type { ModelEndpoint } from '#server/config/model-endpoint'
import type { AnswerRequest } from '#server/provider/model-provider'

const anEndpoint = (overrides: Partial<ModelEndpoint> = {}): ModelEndpoint => ({
  name: 'public-name',
  versionId: 'version-1',
  provider: 'openai',
  demo: false,
  anonyOnly: false,
  text: true,
  vision: false,
  weight: 1,
  available: true,
  deprecated: false,
  modelName: 'upstream-model',
  apiKey: 'sk-secret-1',
  recommended: {},
  usualMaxTokens: 4096,
  headers: {},
  extraBody: {},
  timeouts: { firstMs: 30_000, stallMs: 20_000, totalMs: 300_000 },
  aliases: [],
  ...overrides,
})

export const aRequest = (
  endpoint: Partial<ModelEndpoint> = {},
  overrides: Partial<AnswerRequest> = {},
): AnswerRequest => ({
  endpoint: anEndpoint(endpoint),
  messages: [{ role: 'user', text: 'Why is the sky blue?' }],
  parameters: {},
  seed: 'seed-1',
  ...overrides,
})
