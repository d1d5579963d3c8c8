import type { Clock } from '../../domain/ports.js'
import type { Hear } from '../model-provider.js'
import type { Voice } from './kit/voice.js'
import { pieces } from './kit/words.js'
import type { Draft, Pace } from './personas/persona.js'

export interface Performance {
  draft: Draft
  pace: Pace
  voice: Voice
  inputTokens: number
  /** Pieces of text and reasoning together. */
  maxTokens: number
}

/**
 * Streams a draft as a model would: a wait, then pieces in an uneven rhythm. Due times are absolute,
 * so that a busy process catches up instead of falling behind. Ends at once when `signal` aborts.
 */
export async function play(
  { draft, pace, voice, inputTokens, maxTokens }: Performance,
  clock: Clock,
  signal: AbortSignal,
  hear: Hear,
): Promise<void> {
  const reasoning = pieces(draft.reasoning ?? '').map(
    (text) => ({ type: 'reasoning', text }) as const,
  )
  const text = pieces(draft.text).map((piece) => ({ type: 'text', text: piece }) as const)
  const score = [...reasoning, ...text].slice(0, maxTokens)
  let due = clock.elapsed() + pace.firstMs * jitter(voice, 0.3)
  for (const event of score) {
    await until(due, clock, signal)
    if (signal.aborted) return
    hear(event)
    due += (1000 / pace.piecesPerSecond) * jitter(voice, 0.5)
  }
  if (signal.aborted) return
  hear({
    type: 'usage',
    usage: {
      inputTokens,
      outputTokens: score.length,
      reasoningTokens: Math.min(reasoning.length, score.length),
    },
  })
  const complete = score.length === reasoning.length + text.length
  hear({ type: 'finish', reason: complete ? 'stop' : 'length' })
}

/** Around 1, by at most `spread`. */
const jitter = (voice: Voice, spread: number) => 1 - spread + 2 * spread * voice.next()

function until(due: number, clock: Clock, signal: AbortSignal): Promise<void> {
  const wait = due - clock.elapsed()
  if (wait <= 0 || signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      cancel()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const cancel = clock.after(wait, done)
    signal.addEventListener('abort', done, { once: true })
  })
}
