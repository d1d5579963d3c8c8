import type { AnswerErrorCode } from '#shared/error-codes'

const MESSAGES: Record<AnswerErrorCode, string> = {
  answer_failed: 'This side could not answer. The other side is not affected.',
  answer_empty: 'The model answered with nothing. Nothing of yours is lost; ask this side again.',
  answer_truncated:
    'The answer broke off before its end. The text so far is kept; ask this side again.',
  answer_timeout: 'The model took too long. The text so far is kept; ask this side again.',
  answer_filtered: 'The provider held this answer back. Try other words.',
  answer_interrupted:
    'The server stopped in the middle of this answer. The text so far is kept; ask again.',
  budget_spent:
    'What this model may cost today is used up. Ask it tomorrow, or choose another one.',
  model_busy: 'The model has too much to do right now. Ask this side again in a moment.',
  model_misconfigured:
    'This model is not set up correctly here. Tell whoever runs this arena, or choose another.',
  model_rejected:
    'The model did not accept this request. Try a shorter prompt or fewer parameters.',
  model_unreachable: 'The model cannot be reached right now. Ask this side again in a moment.',
}

export interface PublicAnswerError {
  code: AnswerErrorCode
  message: string
}

/**
 * What a viewer is told of a failed answer. Where models are hidden every failure reads the same,
 * since the kind of a failure can name a model; an interruption is ours and says so.
 */
export function publicAnswerError(code: AnswerErrorCode, namesKnown: boolean): PublicAnswerError {
  const shown = namesKnown || code === 'answer_interrupted' ? code : 'answer_failed'
  return { code: shown, message: MESSAGES[shown] }
}
