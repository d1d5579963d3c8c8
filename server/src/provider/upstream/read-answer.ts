import type { FinishReason } from '#shared/vocabulary'
import { AnswerFailure, type Usage } from '../../domain/conversation/answer-event.js'
import { OutputGuard } from '../../domain/resilience/output-guard.js'
import type { AnswerRequest, Hear } from '../model-provider.js'
import { sentNames, type WireParameters } from './parameters.js'
import { untilLastWords } from './last-words.js'
import { failureOf, type UpstreamFault } from './upstream-fault.js'

/** What one chunk of an SDK's stream says. */
export interface Delta {
  reasoning?: string
  text?: string
  usage?: Usage
  finish?: FinishReason
}

/** How to talk to one SDK. */
export interface Upstream<Chunk> {
  parameters(request: AnswerRequest): WireParameters
  /** Sends the request; resolves when the upstream has begun to answer. */
  open(
    request: AnswerRequest,
    parameters: WireParameters,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Chunk>>
  delta(chunk: Chunk): Delta
  fault(error: unknown): UpstreamFault
}

/** What has been heard of an answer so far. */
interface Heard {
  visible: boolean
  usage: Usage
  finish?: FinishReason
}

/**
 * Reads an answer to its end and holds it to the port's contract: text and reasoning as they come,
 * then at most one `usage`, then one `finish` or a failure. SDKs end a stream without complaint when the connection
 * closes early or is aborted, so an end counts only with the provider's own finish marker, or with
 * ours where an answer would not end.
 */
export async function readAnswer<Chunk>(
  upstream: Upstream<Chunk>,
  request: AnswerRequest,
  signal: AbortSignal,
  hear: Hear,
): Promise<void> {
  if (signal.aborted) return
  const parameters = upstream.parameters(request)
  const heard: Heard = { visible: false, usage: {} }
  const guard = new OutputGuard()
  let opened = false
  try {
    const chunks = await upstream.open(request, parameters, signal)
    opened = true
    for await (const chunk of untilLastWords(chunks, () => heard.finish !== undefined)) {
      // SDKs go on handing out what they have read already.
      if (signal.aborted) break
      const delta = upstream.delta(chunk)
      note(delta, heard)
      for (const type of ['reasoning', 'text'] as const) {
        const text = guard.take(delta[type])
        if (text && !signal.aborted) hear({ type, text })
      }
      if (guard.full) {
        heard.finish ??= 'length'
        break
      }
    }
  } catch (error) {
    // What breaks after the finish marker takes nothing away from the answer.
    if (!signal.aborted && !heard.finish) {
      tellUsage(heard, hear)
      throw failureOf(upstream.fault(error), { opened, sent: sentNames(parameters) })
    }
  }
  if (signal.aborted) return
  tellUsage(heard, hear)
  hear({ type: 'finish', reason: endOf(heard) })
}

/** Before any end: what came to nothing may have cost something too. */
function tellUsage({ usage }: Heard, hear: Hear): void {
  if (Object.keys(usage).length > 0) hear({ type: 'usage', usage })
}

function note(delta: Delta, heard: Heard): void {
  if (delta.text) heard.visible ||= /\S/.test(delta.text)
  if (delta.usage) heard.usage = { ...heard.usage, ...told(delta.usage) }
  if (delta.finish) heard.finish = delta.finish
}

const told = (usage: Usage): Usage =>
  Object.fromEntries(Object.entries(usage).filter(([, tokens]) => typeof tokens === 'number'))

/** How an answer whose stream has ended came to its end; throws where that is no proper one. */
function endOf({ visible, finish }: Heard): FinishReason {
  if (!finish) throw new AnswerFailure('answer_truncated')
  if (!visible) {
    throw new AnswerFailure(finish === 'content_filter' ? 'answer_filtered' : 'answer_empty')
  }
  return finish
}
