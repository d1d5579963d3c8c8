import type { AnswerErrorCode } from '#shared/error-codes'
import type { AnswerStatus, Choice, Mode } from '#shared/vocabulary'
import { AppError } from '../app-error.js'

export interface JudgedAnswer {
  status: AnswerStatus
  text: string
}

/**
 * Whether the answers of a turn can be compared: every side is done or was stopped, with something
 * to read. A failed or interrupted side has no vote, and without a vote there is no reveal.
 */
export function isVotable(mode: Mode, answers: readonly JudgedAnswer[]): boolean {
  if (mode === 'direct' || answers.length < 2) return false
  return answers.every(
    ({ status, text }) => (status === 'done' || status === 'stopped') && text.trim() !== '',
  )
}

/**
 * Whether a vote may come before the end, and stop what is still on its way: every side has something to
 * read, as far as it was shown, and none has failed.
 */
export function isVotableEarly(mode: Mode, shown: readonly JudgedAnswer[]): boolean {
  if (mode === 'direct' || shown.length < 2) return false
  return shown.every(
    ({ status, text }) =>
      status === 'done' || ((status === 'streaming' || status === 'stopped') && text.trim() !== ''),
  )
}

/**
 * Whether an answer of a battle, up to the voted turn, never came to its end. A vote then is as early as one that
 * stops the answers itself: who could stop first and vote then, or one prompt later, would rate by first words. So it
 * is where a side was stopped and asked anew alone more than once: who goes on until it pleases rates by choice.
 */
export const isCutShort = (
  mode: Mode,
  answers: readonly (JudgedAnswer & { reasked: number })[],
): boolean =>
  mode === 'battle' && answers.some(({ status, reasked }) => status !== 'done' || reasked > 1)

/** Whether an answer had failed unseen behind the pace when it was stopped: what can be read is no model's answer. */
export const isBroken = (answers: readonly { errorCode: AnswerErrorCode | null }[]): boolean =>
  answers.some(({ errorCode }) => errorCode !== null)

/** What one voter may vote on once: a whole battle, each turn of a side-by-side. */
export const voteScope = (mode: Mode, conversationId: string, turn: number): string =>
  mode === 'battle' ? conversationId : `${conversationId}#${turn}`

export interface StandingVote {
  turn: number
  choice: Choice
  final: boolean
}

/**
 * What a cast does beside the vote that stands already: `store` it (first, or changed within the
 * grace), or `repeat` the answer to the same choice.
 * @throws AppError `already_voted` where another choice comes after the grace
 */
export function judgeCast(
  standing: StandingVote | undefined,
  cast: { turn: number; choice: Choice },
): 'store' | 'repeat' {
  if (!standing) return 'store'
  const same = standing.choice === cast.choice && standing.turn === cast.turn
  if (same) return 'repeat'
  if (!standing.final) return 'store'
  throw new AppError('already_voted', 'You have voted here already, and the vote is final.')
}
