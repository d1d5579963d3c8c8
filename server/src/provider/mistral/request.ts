import type { ChatCompletionStreamRequest } from '@mistralai/mistralai/models/components'
import type { AnswerRequest } from '../model-provider.js'
import { wireParameters, type WireParameters } from '../upstream/parameters.js'

export const mistralParameters = ({ parameters, rejected }: AnswerRequest): WireParameters =>
  wireParameters(parameters, rejected)

/** Without `extra_body`: the client adds that. */
export function mistralBody(
  { endpoint, systemPrompt, messages }: AnswerRequest,
  { temperature, top_p: topP, max_tokens: maxTokens }: WireParameters,
): ChatCompletionStreamRequest {
  return {
    model: endpoint.modelName,
    messages: [
      ...(systemPrompt ? [{ role: 'system' as const, content: systemPrompt }] : []),
      ...messages.map(({ role, text }) => ({ role, content: text })),
    ],
    temperature,
    topP,
    maxTokens,
  }
}
