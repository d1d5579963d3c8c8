import type { AnswerParameters } from '#shared/protocol/conversation'
import type { ParameterName } from '../parameter-name.js'

export type WireParameters = Partial<Record<ParameterName, number>>

/**
 * The parameters of a request as they go over the wire: those that are set and that the model is not
 * known to reject. `maxTokensNames` lists how the API spells the longest answer, best spelling first;
 * when one is rejected the next is used.
 */
export function wireParameters(
  parameters: AnswerParameters,
  rejected: ReadonlySet<ParameterName> = new Set(),
  maxTokensNames: readonly ParameterName[] = ['max_tokens'],
): WireParameters {
  const wire: WireParameters = {}
  const put = (names: readonly ParameterName[], value: number | undefined) => {
    const name = names.find((candidate) => !rejected.has(candidate))
    if (name && value !== undefined) wire[name] = value
  }
  put(['temperature'], parameters.temperature)
  put(['top_p'], parameters.topP)
  put(maxTokensNames, parameters.maxTokens)
  return wire
}

// Whatever the spelling in the message is, the one that was sent is the one that was refused.
const MAX_TOKENS = /\bmax_?(completion_?|output_?|new_?)?tokens\b/i

const MENTION: Record<ParameterName, RegExp> = {
  temperature: /\btemperature\b/i,
  top_p: /\btop_?p\b/i,
  max_tokens: MAX_TOKENS,
  max_completion_tokens: MAX_TOKENS,
}

/** Which of the parameters that were sent an error message complains about. */
export function blamedParameters(
  message: string,
  sent: readonly ParameterName[],
): readonly ParameterName[] {
  const blamed = sent.filter((name) => MENTION[name].test(message))
  // Newer Claude models take either of the two but not both: giving up one is enough.
  const onlyTogether = blamed.includes('temperature') && blamed.includes('top_p')
  return onlyTogether && /\bboth\b/i.test(message) ? ['top_p'] : blamed
}

const LIMIT =
  /less than|greater than|at most|at least|between|range|maximum|minimum|exceed|too (large|high|small|low|big)|[<>]=?/i

/** True when the message complains of a value, so that another value of the same parameter may do. */
export const blamesValue = (message: string): boolean => LIMIT.test(message)

export const sentNames = (wire: WireParameters): ParameterName[] =>
  Object.keys(wire) as ParameterName[]
