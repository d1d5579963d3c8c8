import type { CompletionEvent } from '@mistralai/mistralai/models/components'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import type { AnswerRequest } from '../model-provider.js'
import { mistralBase } from '../upstream/base-url.js'
import { mergeBody } from '../upstream/merge-body.js'
import type { WireParameters } from '../upstream/parameters.js'
import { mistralBody } from './request.js'

/** The SDK's standalone function: the full client takes 1.6 s and 86 MB to load, this a good part less. */
export const loadMistral = () =>
  Promise.all([
    import('@mistralai/mistralai/core.js'),
    import('@mistralai/mistralai/funcs/chatStream.js'),
    import('@mistralai/mistralai/lib/http.js'),
  ])

export async function mistralStream(
  request: AnswerRequest,
  parameters: WireParameters,
  signal: AbortSignal,
): Promise<AsyncIterable<CompletionEvent>> {
  const [{ MistralCore }, { chatStream }, { HTTPClient }] = await loadMistral()
  const { apiKey = '', apiBase, headers, extraBody } = request.endpoint
  const httpClient = new HTTPClient()
  httpClient.addHook('beforeRequest', (outgoing) => withExtraBody(outgoing, extraBody))
  const client = new MistralCore({
    apiKey,
    serverURL: mistralBase(apiBase),
    httpClient,
    retryConfig: { strategy: 'none' },
  })
  // Given a signal, the SDK sets no timeout of its own.
  const result = await chatStream(client, mistralBody(request, parameters), { signal, headers })
  if (!result.ok) throw result.error
  return result.value
}

/** The SDK drops every field of a body that it does not know, so the operator's fields go in behind it. */
async function withExtraBody(
  outgoing: Request,
  extraBody: ModelEndpoint['extraBody'],
): Promise<Request> {
  if (Object.keys(extraBody).length === 0) return outgoing
  const body = mergeBody((await outgoing.json()) as object, extraBody)
  return new Request(outgoing, { body: JSON.stringify(body) })
}
