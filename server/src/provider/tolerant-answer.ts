import type { AnswerRequest, Hear, ModelProvider } from './model-provider.js'
import type { ParameterMemory } from './parameter-memory.js'
import { ParameterRejected } from './upstream/upstream-fault.js'

/**
 * An answer of a model that may refuse parameters: the request is sent again, once for each refusal and
 * without what was refused, as long as nothing of the answer has come. What helped is remembered for
 * the model version, unless the model only disliked the value.
 */
export async function tolerantAnswer(
  provider: ModelProvider,
  request: AnswerRequest,
  memory: ParameterMemory,
  signal: AbortSignal,
  hear: Hear,
): Promise<void> {
  const { versionId } = request.endpoint
  const known = await memory.known(versionId)
  const rejected = new Set(known)
  const lessons = new Set(known)
  let heard = false
  for (;;) {
    try {
      await provider.answer({ ...request, rejected }, signal, (event) => {
        if (!heard && lessons.size > known.size) memory.learn(versionId, lessons)
        heard = true
        hear(event)
      })
      return
    } catch (failure) {
      if (!(failure instanceof ParameterRejected) || heard) throw failure
      for (const name of failure.names) {
        if (rejected.has(name)) throw failure
        rejected.add(name)
        if (failure.always) lessons.add(name)
      }
    }
  }
}
