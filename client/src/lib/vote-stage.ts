import type { AnswerView } from '#shared/protocol/conversation'
import type { VoteState } from '#shared/protocol/vote'
import { isTerminal, type Mode } from '#shared/vocabulary'
import { isLost } from './conversation-states.js'

/**
 * Where a vote stands: `absent` where the mode has none, `waiting` for the answers, `asked`, `held` in its
 * grace, `final`, or not to be had because a side `failed` or was `stopped` before a word.
 */
export type VoteStage = 'absent' | 'waiting' | 'asked' | 'held' | 'final' | 'failed' | 'stopped'

export function voteStage(scene: {
  mode: Mode | undefined
  answers: AnswerView[]
  votable: boolean
  vote: VoteState | undefined
  changing: boolean
}): VoteStage {
  const { mode, answers, votable, vote, changing } = scene
  if (mode === undefined || mode === 'direct' || answers.length === 0) return 'absent'
  if (vote?.final) return 'final'
  if (vote) return changing ? 'asked' : 'held'
  if (votable) return 'asked'
  if (!answers.every((answer) => isTerminal(answer.status))) return 'waiting'
  if (answers.some(isLost)) return 'failed'
  if (answers.some((answer) => answer.status === 'stopped' && answer.text.trim() === ''))
    return 'stopped'
  return 'waiting'
}
