import { MOST_REASKED } from '#shared/limits'
import type { AnswerStatus, Side } from '#shared/vocabulary'
import { AppError } from '../app-error.js'

export interface RetriedAnswer {
  side: Side
  status: AnswerStatus
  /** Times that it was asked anew alone. */
  reasked: number
}

/**
 * Which sides a retry asks anew: the one that was named; else those without a proper end, keeping what
 * is done; else, where all are done, every side. One side of several that is done stays as it is, since
 * asking it again until it pleases would not be a fair comparison; nor is one that was stopped asked alone for ever.
 * @throws AppError `not_retryable`
 */
export function sidesToRetry(answers: readonly RetriedAnswer[], named: Side | undefined): Side[] {
  const open = answers.filter((answer) => answer.status !== 'done')
  const unfinished = open.filter((answer) => !isWorn(answer)).map(({ side }) => side)
  const all = answers.map(({ side }) => side)
  if (named === undefined) return open.length > 0 && !open.some(isWorn) ? unfinished : all
  if (unfinished.includes(named) || (all.length === 1 && all.includes(named))) return [named]
  throw new AppError(
    'not_retryable',
    'This side can no longer be asked again alone; only both sides together can.',
  )
}

const isWorn = ({ status, reasked }: RetriedAnswer): boolean =>
  status === 'stopped' && reasked >= MOST_REASKED
