import type {
  ChatCompletionStreamRequest,
  ChatCompletionStreamRequestMessage,
} from '@mistralai/mistralai/models/components'
import type { ChatMessage } from '../../domain/conversation/chat-history.js'
import type { AnswerRequest } from '../model-provider.js'
import { dataUrl, messageParts } from '../upstream/message-parts.js'
import { wireParameters, type WireParameters } from '../upstream/parameters.js'

export const mistralParameters = ({ parameters, rejected }: AnswerRequest): WireParameters =>
  wireParameters(parameters, rejected)

/** Without `extra_body`: the client adds that. */
export function mistralBody(
  request: AnswerRequest,
  { temperature, top_p: topP, max_tokens: maxTokens }: WireParameters,
): ChatCompletionStreamRequest {
  const { endpoint, systemPrompt, messages } = request
  return {
    model: endpoint.modelName,
    messages: [
      ...(systemPrompt ? [{ role: 'system' as const, content: systemPrompt }] : []),
      ...messages.map((message) => toMessage(message, request)),
    ],
    temperature,
    topP,
    maxTokens,
  }
}

function toMessage(
  message: ChatMessage,
  request: AnswerRequest,
): ChatCompletionStreamRequestMessage {
  const { text, images } = messageParts(message, request)
  const { role } = message
  if (role === 'assistant') return { role, content: text }
  if (images.length === 0) return { role, content: text }
  return {
    role,
    content: [
      { type: 'text', text },
      ...images.map((image) => ({ type: 'image_url' as const, imageUrl: dataUrl(image) })),
    ],
  }
}
