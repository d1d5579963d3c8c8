import type { Anthropic } from '@anthropic-ai/sdk'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import type { AnswerRequest } from '../model-provider.js'
import { anthropicBase, isHost } from '../upstream/base-url.js'
import { keptBy } from '../upstream/kept-by.js'
import { NO_TIMEOUT_MS } from '../upstream/no-timeout.js'
import type { WireParameters } from '../upstream/parameters.js'
import { anthropicBody } from './request.js'

export const loadAnthropic = () => import('@anthropic-ai/sdk')

export async function anthropicStream(
  request: AnswerRequest,
  parameters: WireParameters,
  signal: AbortSignal,
): Promise<AsyncIterable<Anthropic.RawMessageStreamEvent>> {
  const client = await clientOf(request.endpoint)
  return client.messages.create(anthropicBody(request, parameters), { signal })
}

const clientOf = keptBy(makeClient)

/** Everything is said: what is left out the SDK would read from environment variables of its own. */
async function makeClient(endpoint: ModelEndpoint): Promise<Anthropic> {
  const { Anthropic } = await loadAnthropic()
  const baseURL = anthropicBase(endpoint.apiBase)
  return new Anthropic({
    // The SDK insists on a key; `authorization` below takes it away again where it must not go.
    apiKey: endpoint.apiKey ?? 'none',
    webhookKey: null,
    baseURL,
    defaultHeaders: { ...authentication(baseURL, endpoint.apiKey), ...endpoint.headers },
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    logLevel: 'off',
    openTelemetry: false,
  })
}

/**
 * Version 1 of the SDK speaks the API of October 2026, which takes the key as a bearer token. Gateways
 * and self-hosted servers know the form before it.
 */
function authentication(baseURL: string, apiKey: string | undefined) {
  if (isHost(baseURL, 'api.anthropic.com')) return apiKey ? {} : { authorization: null }
  const key = apiKey ? { 'x-api-key': apiKey } : {}
  return { authorization: null, ...key, 'anthropic-version': '2023-06-01' }
}
