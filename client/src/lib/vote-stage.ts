import type { AnswerView } from '#shared/protocol/conversation'
import type { VoteState } from '#shared/protocol/vote'
import { isTerminal, type Mode } from '#shared/vocabulary'
import { isLost, isUsable } from './conversation-states.js'

/**
 * Where a vote stands: `absent` where the mode has none, `waiting` for the answers, `early` where they have
 * said enough to be voted on already, `asked`, `held` in its grace, `final`, or not to be had because a side
 * `failed` or was `stopped` before a word.
 */
export type VoteStage =
  'absent' | 'waiting' | 'early' | 'asked' | 'held' | 'final' | 'failed' | 'stopped'

export function voteStage(scene: {
  mode: Mode | undefined
  answers: AnswerView[]
  votable: boolean
  vote: VoteState | undefined
  changing: boolean
  /** The viewer does not want to wait for the end of the answers. */
  hurrying: boolean
}): VoteStage {
  const { mode, answers, votable, vote, changing, hurrying } = scene
  if (mode === undefined || mode === 'direct' || answers.length === 0) return 'absent'
  if (vote?.final) return 'final'
  if (vote) return changing ? 'asked' : 'held'
  if (votable) return 'asked'
  if (!answers.every((answer) => isTerminal(answer.status))) {
    if (!answers.every(hasSaidSomething)) return 'waiting'
    return hurrying ? 'asked' : 'early'
  }
  if (answers.some(isLost)) return 'failed'
  if (answers.some((answer) => answer.status === 'stopped' && answer.text.trim() === ''))
    return 'stopped'
  return 'waiting'
}

const hasSaidSomething = (answer: AnswerView): boolean =>
  isUsable(answer) || (answer.status === 'streaming' && answer.text.trim() !== '')
