import type { AnswerEvent } from '../domain/conversation/answer-event.js'
import type { AnswerRequest, ModelProvider } from './model-provider.js'
import type { ParameterMemory } from './parameter-memory.js'
import { ParameterRejected } from './upstream/upstream-fault.js'

/**
 * An answer of a model that may refuse parameters: the request is sent again, once for each refusal and
 * without what was refused, as long as nothing of the answer has come. What helped is remembered for
 * the model version, unless the model only disliked the value.
 */
export function tolerantAnswer(
  provider: ModelProvider,
  request: AnswerRequest,
  memory: ParameterMemory,
  signal: AbortSignal,
): AsyncIterator<AnswerEvent> {
  let source: AsyncIterator<AnswerEvent> | undefined

  const begin = async (): Promise<IteratorResult<AnswerEvent>> => {
    const { versionId } = request.endpoint
    const known = await memory.known(versionId)
    const rejected = new Set(known)
    const lessons = new Set(known)
    for (;;) {
      const attempt = provider.stream({ ...request, rejected }, signal)[Symbol.asyncIterator]()
      try {
        const first = await attempt.next()
        source = attempt
        if (lessons.size > known.size) memory.learn(versionId, lessons)
        return first
      } catch (failure) {
        if (!(failure instanceof ParameterRejected)) throw failure
        for (const name of failure.names) {
          if (rejected.has(name)) throw failure
          rejected.add(name)
          if (failure.always) lessons.add(name)
        }
      }
    }
  }

  return {
    // Only the first event pays for the detour; all others come straight from the provider.
    next: () => (source ? source.next() : begin()),
    return: async () => (await source?.return?.()) ?? { done: true, value: undefined },
  }
}
