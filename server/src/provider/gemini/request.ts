import type { GenerateContentRequest } from '@google/generative-ai'
import type { AnswerRequest } from '../model-provider.js'
import { mergeBody } from '../upstream/merge-body.js'
import { wireParameters, type WireParameters } from '../upstream/parameters.js'

export const geminiParameters = ({ parameters, rejected }: AnswerRequest): WireParameters =>
  wireParameters(parameters, rejected)

export function geminiBody(
  request: AnswerRequest,
  { temperature, top_p: topP, max_tokens: maxOutputTokens }: WireParameters,
): GenerateContentRequest {
  const { endpoint, systemPrompt, messages } = request
  const body: GenerateContentRequest = {
    contents: messages.map(({ role, text }) => ({
      role: role === 'assistant' ? 'model' : 'user',
      parts: [{ text }],
    })),
    ...(systemPrompt ? { systemInstruction: systemPrompt } : {}),
    generationConfig: { temperature, topP, maxOutputTokens },
  }
  return mergeBody(body, endpoint.extraBody)
}
