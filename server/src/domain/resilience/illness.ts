import type { AnswerErrorCode } from '#shared/error-codes'

/**
 * What a failure says of its model: nothing (`none`), that it failed once (`failing`), or that it will
 * fail until somebody repairs it (`broken`).
 */
export type Illness = 'none' | 'failing' | 'broken'

/** Failures that may be the prompt's doing say nothing, or anybody could talk a model out of the draw. */
const ILLNESS: Record<AnswerErrorCode, Illness> = {
  answer_empty: 'none',
  answer_failed: 'failing',
  answer_filtered: 'none',
  answer_interrupted: 'none',
  answer_timeout: 'failing',
  answer_truncated: 'failing',
  budget_spent: 'none',
  model_busy: 'failing',
  model_misconfigured: 'broken',
  model_rejected: 'none',
  model_unreachable: 'failing',
}

/** `asked`: the upstream said when to come back; who keeps to that finds it well. */
export const illnessOf = (code: AnswerErrorCode, asked: boolean): Illness =>
  code === 'model_busy' && asked ? 'none' : ILLNESS[code]
