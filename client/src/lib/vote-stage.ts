import type { AnswerView } from '#shared/protocol/conversation'
import type { VoteState } from '#shared/protocol/vote'
import { isLost, isTerminal, type Mode, type ParticipantRole } from '#shared/vocabulary'
import { isUsable } from './conversation-states.js'

/**
 * Where a vote stands: `absent` where the mode has none, `waiting` for the answers, `early` where they have
 * said enough to be voted on already, `asked`, `held` in its grace, `final`, or not to be had because a side
 * `failed` or was `stopped` before a word.
 */
export type VoteStage =
  'absent' | 'waiting' | 'early' | 'asked' | 'held' | 'final' | 'failed' | 'stopped'

export function voteStage(scene: {
  mode: Mode | undefined
  role: ParticipantRole
  answers: AnswerView[]
  votable: boolean
  vote: VoteState | undefined
  changing: boolean
  /** The viewer does not want to wait for the end of the answers. */
  hurrying: boolean
}): VoteStage {
  const { mode, role, answers, votable, vote, changing, hurrying } = scene
  if (!mode || !isAsked(mode, role) || answers.length === 0) return 'absent'
  if (vote?.final) return 'final'
  if (vote) return changing ? 'asked' : 'held'
  if (votable) return 'asked'
  if (!answers.every((answer) => isTerminal(answer.status))) {
    if (!mayStop(role, answers)) return 'waiting'
    return hurrying ? 'asked' : 'early'
  }
  if (answers.some(({ status }) => isLost(status))) return 'failed'
  return answers.some(isStoppedUnsaid) ? 'stopped' : 'waiting'
}

/** Only the owner may stop answers that others read too. */
const mayStop = (role: ParticipantRole, answers: AnswerView[]): boolean =>
  role === 'owner' && answers.every(hasSaidSomething)

const isAsked = (mode: Mode, role: ParticipantRole): boolean =>
  mode !== 'direct' && role !== 'reader'

const isStoppedUnsaid = ({ status, text }: AnswerView): boolean =>
  status === 'stopped' && text.trim() === ''

const hasSaidSomething = (answer: AnswerView): boolean =>
  isUsable(answer) || (answer.status === 'streaming' && answer.text.trim() !== '')
