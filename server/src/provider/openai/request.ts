import type { OpenAI } from 'openai'
import type { ChatMessage } from '../../domain/conversation/chat-history.js'
import type { AnswerRequest } from '../model-provider.js'
import { isHost, openaiBase } from '../upstream/base-url.js'
import { mergeBody } from '../upstream/merge-body.js'
import { dataUrl, messageParts } from '../upstream/message-parts.js'
import type { ParameterName } from '../parameter-name.js'
import { wireParameters, type WireParameters } from '../upstream/parameters.js'

type Body = OpenAI.Chat.ChatCompletionCreateParamsStreaming

// OpenAI's own API has renamed `max_tokens`, and its reasoning models refuse the old name. Compatible
// servers mostly know only the old one; those that complain get the new one.
const OWN_NAMES: ParameterName[] = ['max_completion_tokens', 'max_tokens']
const COMPATIBLE_NAMES: ParameterName[] = ['max_tokens', 'max_completion_tokens']

export function openaiParameters({
  endpoint,
  parameters,
  rejected,
}: AnswerRequest): WireParameters {
  const own = isHost(openaiBase(endpoint.apiBase), 'api.openai.com')
  return wireParameters(parameters, rejected, own ? OWN_NAMES : COMPATIBLE_NAMES)
}

export function openaiBody(request: AnswerRequest, parameters: WireParameters): Body {
  const { endpoint, systemPrompt, messages } = request
  const body: Body = {
    model: endpoint.modelName,
    messages: [
      ...(systemPrompt ? [{ role: 'system' as const, content: systemPrompt }] : []),
      ...messages.map((message) => toMessage(message, request)),
    ],
    ...parameters,
    stream: true,
    // Without it a stream tells no token counts.
    stream_options: { include_usage: true },
  }
  return mergeBody(body, endpoint.extraBody)
}

/** Servers that cannot see know a message as plain text only. */
function toMessage(
  message: ChatMessage,
  request: AnswerRequest,
): OpenAI.Chat.ChatCompletionMessageParam {
  const { text, images } = messageParts(message, request)
  if (message.role === 'assistant') return { role: 'assistant', content: text }
  if (images.length === 0) return { role: 'user', content: text }
  return {
    role: 'user',
    content: [
      { type: 'text', text },
      ...images.map((image) => ({
        type: 'image_url' as const,
        image_url: { url: dataUrl(image) },
      })),
    ],
  }
}
