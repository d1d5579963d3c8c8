import type { ModelEndpoint } from '../config/model-endpoint.js'
import type { AnswerFailure } from '../domain/conversation/answer-event.js'

/** Which model, and our code. */
export const failureKind = (endpoint: ModelEndpoint, { code }: AnswerFailure): string =>
  `${endpoint.name} (${endpoint.provider}): ${code}`

/**
 * What the operator reads about a failed answer: which model, our code, and the words of the cause that
 * `failureOf` found harmless. No prompt, key, host or upstream sentence.
 */
export function failureLine(endpoint: ModelEndpoint, failure: AnswerFailure): string {
  const line = failureKind(endpoint, failure)
  const cause = failure.cause instanceof Error ? failure.cause : undefined
  if (!cause) return line
  return failure.code === 'answer_failed'
    ? `${line}, ${cause.name}${framesOf(cause)}`
    : `${line}, ${cause.message}`
}

/** Where an unexpected error was thrown, without its message, which may quote the upstream. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((frame) => /^\s+at /.test(frame))
    .map((frame) => `\n${frame}`)
    .join('')
