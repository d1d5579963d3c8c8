/** Two models of one fake upstream, as they would stand in `api_endpoint.json`. */
export const twoModels = (url: string): Record<string, Record<string, unknown>> => ({
  alpha: { model_name: 'alpha-1', api_type: 'openai', api_base: `${url}/v1`, api_key: 'key-alpha' },
  beta: { model_name: 'beta-1', api_type: 'openai', api_base: `${url}/v1`, api_key: 'key-beta' },
})

/** One model of each API. */
export const fourModels = (url: string): Record<string, Record<string, unknown>> => ({
  'canary-openai': {
    model_name: 'canary-model-o',
    api_type: 'openai',
    api_base: `${url}/v1`,
    api_key: 'k1',
  },
  'canary-claude': {
    model_name: 'canary-model-c',
    api_type: 'anthropic_message',
    api_base: url,
    api_key: 'k2',
  },
  'canary-gemini': {
    model_name: 'canary-model-g',
    api_type: 'gemini',
    api_base: url,
    api_key: 'k3',
  },
  'canary-mistral': {
    model_name: 'canary-model-m',
    api_type: 'mistral',
    api_base: url,
    api_key: 'k4',
  },
})
