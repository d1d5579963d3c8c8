import { repeatsAlone, type AnswerStatus, type Mode, type Side } from '#shared/vocabulary'
import { AppError } from '../app-error.js'

/**
 * Which sides a retry asks anew: the one that was named; else those that may be asked alone, keeping the others;
 * else every side. One side of several that is done, or that a person of a battle has read and stopped, stays as it
 * is, since asking it again until it pleases would not be a fair comparison.
 * @throws AppError `not_retryable`
 */
export function sidesToRetry(
  mode: Mode,
  answers: readonly { side: Side; status: AnswerStatus; text: string }[],
  named: Side | undefined,
): Side[] {
  const alone = answers.filter((answer) => repeatsAlone(mode, answer)).map(({ side }) => side)
  const all = answers.map(({ side }) => side)
  if (named === undefined) return alone.length > 0 ? alone : all
  if (alone.includes(named) || (all.length === 1 && all.includes(named))) return [named]
  throw new AppError(
    'not_retryable',
    'This side has answered; only both sides together can be asked again.',
  )
}
