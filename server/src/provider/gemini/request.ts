import type { GenerateContentRequest, Part } from '@google/generative-ai'
import type { ChatMessage } from '../../domain/conversation/chat-history.js'
import type { AnswerRequest } from '../model-provider.js'
import { mergeBody } from '../upstream/merge-body.js'
import { base64Of, messageParts } from '../upstream/message-parts.js'
import { wireParameters, type WireParameters } from '../upstream/parameters.js'

export const geminiParameters = ({ parameters, rejected }: AnswerRequest): WireParameters =>
  wireParameters(parameters, rejected)

export function geminiBody(
  request: AnswerRequest,
  { temperature, top_p: topP, max_tokens: maxOutputTokens }: WireParameters,
): GenerateContentRequest {
  const { endpoint, systemPrompt, messages } = request
  const body: GenerateContentRequest = {
    contents: messages.map((message) => ({
      role: message.role === 'assistant' ? 'model' : 'user',
      parts: toParts(message, request),
    })),
    ...(systemPrompt ? { systemInstruction: systemPrompt } : {}),
    generationConfig: { temperature, topP, maxOutputTokens },
  }
  return mergeBody(body, endpoint.extraBody)
}

/** Pictures first: https://ai.google.dev/gemini-api/docs/image-understanding */
function toParts(message: ChatMessage, request: AnswerRequest): Part[] {
  const { text, images } = messageParts(message, request)
  const shown = images.map((image) => ({
    inlineData: { mimeType: image.mediaType, data: base64Of(image) },
  }))
  return [...shown, { text }]
}
