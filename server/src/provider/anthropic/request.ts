import type { Anthropic } from '@anthropic-ai/sdk'
import type { ChatMessage } from '../../domain/conversation/chat-history.js'
import type { AnswerRequest } from '../model-provider.js'
import { mergeBody } from '../upstream/merge-body.js'
import { base64Of, messageParts } from '../upstream/message-parts.js'
import { wireParameters, type WireParameters } from '../upstream/parameters.js'

type Body = Anthropic.MessageCreateParamsStreaming

export const anthropicParameters = ({ parameters, rejected }: AnswerRequest): WireParameters =>
  wireParameters(parameters, rejected)

export function anthropicBody(request: AnswerRequest, parameters: WireParameters): Body {
  const { endpoint, systemPrompt, messages } = request
  const body: Body = {
    model: endpoint.modelName,
    // Anthropic demands a maximum, to which thoughts count too.
    max_tokens: endpoint.usualMaxTokens,
    messages: messages.map((message) => toMessage(message, request)),
    ...(systemPrompt ? { system: systemPrompt } : {}),
    // The SDK's types have lost temperature and top_p; older models and gateways still take them.
    ...parameters,
    stream: true,
  }
  return mergeBody(body, endpoint.extraBody)
}

/** Claude sees best what comes before the words: https://platform.claude.com/docs/en/build-with-claude/vision */
function toMessage(message: ChatMessage, request: AnswerRequest): Anthropic.MessageParam {
  const { text, images } = messageParts(message, request)
  const { role } = message
  if (images.length === 0) return { role, content: text }
  return {
    role,
    content: [
      ...images.map((image) => ({
        type: 'image' as const,
        source: {
          type: 'base64' as const,
          media_type: image.mediaType,
          data: base64Of(image),
        },
      })),
      { type: 'text', text },
    ],
  }
}
