// Everything that can go wrong, as closed lists.

/** Why an answer has no proper end. In a blind conversation every one of them is shown as `answer_failed`. */
export const ANSWER_ERROR_CODES = [
  'answer_failed',
  'answer_empty',
  'answer_truncated',
  'answer_timeout',
  'answer_filtered',
  'answer_interrupted',
  'budget_spent',
  'model_busy',
  'model_misconfigured',
  'model_rejected',
  'model_unreachable',
] as const
export type AnswerErrorCode = (typeof ANSWER_ERROR_CODES)[number]

/** What a request or a command can be refused with; the first of them end an answer. */
export const ERROR_CODES = [
  ...ANSWER_ERROR_CODES,
  'access_code_wrong',
  'access_required',
  'already_voted',
  'answer_running',
  'answer_too_dear',
  'config_invalid',
  'consent_required',
  'content_refused',
  'conversation_closed',
  'image_limit',
  'image_missing',
  'image_too_large',
  'image_unreadable',
  'images_off',
  'internal',
  'invalid_payload',
  'model_unavailable',
  'models_away',
  'moderation_down',
  'not_enough_models',
  'not_found',
  'not_retryable',
  'not_supported',
  'not_votable',
  'no_vision',
  'origin_refused',
  'rate_limited',
  'session_required',
  'shutting_down',
  'side_failed',
  'text_too_long',
  'turn_limit',
  'unauthorized',
  'unknown_event',
  'vote_waits',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]
