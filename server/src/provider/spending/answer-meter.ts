import type { AnswerErrorCode } from '#shared/error-codes'
import type { AnswerEvent, Usage } from '../../domain/conversation/answer-event.js'
import type { Tokens } from '../../domain/spending/cost.js'
import { isThinker } from '../../config/thinker.js'
import { longestAnswer } from '../../domain/spending/longest-answer.js'
import { TOKENS_PER_IMAGE, estimateTokens } from '../../domain/spending/token-estimate.js'
import type { AnswerRequest } from '../model-provider.js'

/** Failures before the first word after which the provider has read the prompt, and may charge for it. */
const CHARGED: ReadonlySet<AnswerErrorCode> = new Set<AnswerErrorCode>([
  'answer_empty',
  'answer_filtered',
  'answer_timeout',
  'answer_truncated',
])

/** Tokens a second that a model may have thought unheard: most APIs tell nothing of thoughts before their end. */
const THOUGHTS_PER_SECOND = 100

export interface Metered extends Tokens {
  /** Whether any of it is our own guess. */
  estimated: boolean
}

/** Counts the tokens of one answer: the provider's own figures, and a guess where it gives none. */
export class AnswerMeter {
  private usage: Usage = {}
  private text = 0
  private begun = false

  constructor(private readonly request: AnswerRequest) {}

  take(event: AnswerEvent): void {
    if (event.type === 'usage') this.usage = { ...this.usage, ...event.usage }
    if (event.type !== 'text' && event.type !== 'reasoning') return
    this.begun = true
    this.text += estimateTokens(event.text)
  }

  /**
   * @param tookMs from the question to the end
   * @param failure why it has no proper end
   * @returns undefined where nothing was asked of the provider
   */
  finish(complete: boolean, tookMs: number, failure?: AnswerErrorCode): Metered | undefined {
    const { inputTokens, outputTokens } = this.usage
    const told = inputTokens !== undefined || outputTokens !== undefined
    if (!this.begun && !told && failure && !CHARGED.has(failure)) return undefined
    // What was counted before a broken end may be of its beginning only.
    const output = complete
      ? outputTokens
      : Math.max(outputTokens ?? this.unheard(tookMs), this.text)
    return {
      inputTokens: inputTokens ?? promptTokens(this.request),
      outputTokens: output ?? this.text,
      estimated: inputTokens === undefined || outputTokens === undefined || !complete,
    }
  }

  /** What a model that thinks first may have charged for by then, though nothing of it came. */
  private unheard(tookMs: number): number {
    const { endpoint, parameters } = this.request
    if (!isThinker(endpoint)) return 0
    const thoughts = Math.ceil((tookMs / 1000) * THOUGHTS_PER_SECOND)
    return Math.min(thoughts, longestAnswer(endpoint, parameters))
  }
}

export const promptTokens = ({
  messages,
  systemPrompt = '',
}: Pick<AnswerRequest, 'messages' | 'systemPrompt'>): number =>
  messages.reduce(
    (sum, { text, imageIds = [] }) =>
      sum + estimateTokens(text) + imageIds.length * TOKENS_PER_IMAGE,
    estimateTokens(systemPrompt),
  )
