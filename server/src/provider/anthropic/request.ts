import type { Anthropic } from '@anthropic-ai/sdk'
import type { AnswerRequest } from '../model-provider.js'
import { mergeBody } from '../upstream/merge-body.js'
import { wireParameters, type WireParameters } from '../upstream/parameters.js'

type Body = Anthropic.MessageCreateParamsStreaming

/** Anthropic demands a maximum. This is the most that every Claude model, old or new, can write. */
const DEFAULT_MAX_TOKENS = 4096

export const anthropicParameters = ({ parameters, rejected }: AnswerRequest): WireParameters =>
  wireParameters(parameters, rejected)

export function anthropicBody(request: AnswerRequest, parameters: WireParameters): Body {
  const { endpoint, systemPrompt, messages } = request
  const body: Body = {
    model: endpoint.modelName,
    max_tokens: DEFAULT_MAX_TOKENS,
    messages: messages.map(({ role, text }) => ({ role, content: text })),
    ...(systemPrompt ? { system: systemPrompt } : {}),
    // The SDK's types have lost temperature and top_p; older models and gateways still take them.
    ...parameters,
    stream: true,
  }
  return mergeBody(body, endpoint.extraBody)
}
