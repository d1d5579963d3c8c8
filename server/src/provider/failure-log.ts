import type { ModelEndpoint } from '../config/model-endpoint.js'
import type { AnswerFailure } from '../domain/conversation/answer-event.js'

/** Which model, and our code. */
export const failureKind = (endpoint: ModelEndpoint, { code }: AnswerFailure): string =>
  `${endpoint.name} (${endpoint.provider}): ${code}`

/**
 * What the operator may read of why an answer failed: the words of the cause that `failureOf` found harmless,
 * of an unexpected error its name alone. No prompt, key, host or upstream sentence.
 */
export function harmlessCause({ code, cause }: AnswerFailure): string | undefined {
  if (!(cause instanceof Error)) return undefined
  return code === 'answer_failed' ? cause.name : cause.message
}

/** What the operator reads in the log about a failed answer: which model, our code, and the harmless cause. */
export function failureLine(endpoint: ModelEndpoint, failure: AnswerFailure): string {
  const cause = harmlessCause(failure)
  const line = failureKind(endpoint, failure)
  if (cause === undefined) return line
  const frames = failure.code === 'answer_failed' ? framesOf(failure.cause as Error) : ''
  return `${line}, ${cause}${frames}`
}

/** Where an unexpected error was thrown, without its message, which may quote the upstream. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((frame) => /^\s+at /.test(frame))
    .map((frame) => `\n${frame}`)
    .join('')
