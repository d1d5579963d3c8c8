import type { GenerateContentResponse } from '@google/generative-ai'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import type { AnswerRequest } from '../model-provider.js'
import { geminiBase } from '../upstream/base-url.js'
import type { WireParameters } from '../upstream/parameters.js'
import { GeminiStreamError } from './error.js'
import { geminiBody } from './request.js'

/**
 * The SDK keeps every chunk of an answer until its end, about 650 bytes each. Gemini sends some hundred
 * characters a chunk, so that an answer of as many is longer than any that is taken.
 */
const MOST_CHUNKS = 6_000

export const loadGemini = () => import('@google/generative-ai')

/**
 * Sends a request and returns its chunks. The SDK (0.24, its last version) wants to be watched: it
 * sends even when the signal has aborted already, it leaves the connection open when the reader goes,
 * it takes an error inside the stream for a chunk, and it collects the whole answer a second time in a
 * promise whose rejection nobody hears.
 */
export async function geminiStream(
  request: AnswerRequest,
  parameters: WireParameters,
  signal: AbortSignal,
): Promise<AsyncIterable<GenerateContentResponse>> {
  const { GoogleGenerativeAI } = await loadGemini()
  signal.throwIfAborted()
  const connection = new AbortController()
  const abort = () => connection.abort()
  signal.addEventListener('abort', abort)
  const { endpoint } = request
  const { apiKey, headers } = credentials(endpoint)
  const { stream, response } = await new GoogleGenerativeAI(apiKey)
    .getGenerativeModel(
      { model: endpoint.modelName },
      { ...geminiBase(endpoint.apiBase), customHeaders: headers },
    )
    .generateContentStream(geminiBody(request, parameters), { signal: connection.signal })
  response.catch(() => undefined)
  return chunksOf(stream, () => {
    signal.removeEventListener('abort', abort)
    abort()
  })
}

const CUT_HERE = {
  candidates: [{ index: 0, finishReason: 'MAX_TOKENS' }],
} as GenerateContentResponse

async function* chunksOf(
  stream: AsyncIterable<GenerateContentResponse & { error?: GeminiStreamError['error'] }>,
  close: () => void,
): AsyncGenerator<GenerateContentResponse> {
  let count = 0
  try {
    for await (const chunk of stream) {
      if (chunk.error) throw new GeminiStreamError(chunk.error)
      yield chunk
      count += 1
      if (count === MOST_CHUNKS) return yield CUT_HERE
    }
  } finally {
    close()
  }
}

const KEY_HEADER = 'x-goog-api-key'

/** The SDK refuses its own key header among the operator's, so a key that is given there is used as the key. */
function credentials({ apiKey = '', headers }: ModelEndpoint) {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  const key = named.find(([name]) => name === KEY_HEADER)?.[1]
  return {
    apiKey: key ?? apiKey,
    headers: Object.fromEntries(named.filter(([name]) => name !== KEY_HEADER)),
  }
}
