import type { AnswerStatus, Side } from '#shared/vocabulary'
import { AppError } from '../app-error.js'

/**
 * Which sides a retry asks anew: the one that was named; else those without a proper end, keeping what
 * is done; else, where all are done, every side. One side of several that is done stays as it is, since
 * asking it again until it pleases would not be a fair comparison.
 * @throws AppError `not_retryable`
 */
export function sidesToRetry(
  answers: readonly { side: Side; status: AnswerStatus }[],
  named: Side | undefined,
): Side[] {
  const unfinished = answers.filter((answer) => answer.status !== 'done').map(({ side }) => side)
  const all = answers.map(({ side }) => side)
  if (named === undefined) return unfinished.length > 0 ? unfinished : all
  if (unfinished.includes(named) || (all.length === 1 && all.includes(named))) return [named]
  throw new AppError(
    'not_retryable',
    'This side has answered; only both sides together can be asked again.',
  )
}
