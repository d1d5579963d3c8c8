import type { OpenAI } from 'openai'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import type { AnswerRequest } from '../model-provider.js'
import { openaiBase } from '../upstream/base-url.js'
import { keptBy } from '../upstream/kept-by.js'
import { NO_TIMEOUT_MS } from '../upstream/no-timeout.js'
import type { WireParameters } from '../upstream/parameters.js'
import { openaiBody } from './request.js'

export const loadOpenai = () => import('openai')

export async function openaiStream(
  request: AnswerRequest,
  parameters: WireParameters,
  signal: AbortSignal,
): Promise<AsyncIterable<OpenAI.Chat.ChatCompletionChunk>> {
  const client = await clientOf(request.endpoint)
  return client.chat.completions.create(openaiBody(request, parameters), { signal })
}

const clientOf = keptBy(makeClient)

/** Everything is said: what is left out the SDK would read from environment variables of its own. */
async function makeClient(endpoint: ModelEndpoint): Promise<OpenAI> {
  const { OpenAI } = await loadOpenai()
  return new OpenAI({
    // The SDK insists on a key; where there is none the header is taken away again.
    apiKey: endpoint.apiKey ?? 'none',
    adminAPIKey: null,
    baseURL: openaiBase(endpoint.apiBase),
    organization: null,
    project: null,
    webhookSecret: null,
    defaultHeaders: { ...(endpoint.apiKey ? {} : { authorization: null }), ...endpoint.headers },
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    logLevel: 'off',
  })
}
