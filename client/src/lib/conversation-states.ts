import type {
  AnswerView,
  ConversationChanged,
  ConversationRevealed,
  Snapshot,
} from '#shared/protocol/conversation'
import type { VoteState } from '#shared/protocol/vote'
import { MOST_REASKED } from '#shared/limits'
import { isTerminal } from '#shared/vocabulary'

// What is said of a conversation as a state, without a place in the order of frames.

/** A battle has one vote, the named modes one a turn. */
export function applyVote(snapshot: Snapshot, vote: VoteState): void {
  if (snapshot.mode === 'battle') {
    snapshot.vote = vote
    if (vote.final) Object.assign(snapshot, { open: false, votable: false })
    return
  }
  const turn = snapshot.turns.find((candidate) => candidate.turn === vote.turn)
  if (turn) turn.vote = vote
}

export function applyReveal(snapshot: Snapshot, revealed: ConversationRevealed): void {
  applyVote(snapshot, { ...revealed.vote, final: true })
  snapshot.sides = revealed.sides
  // The tally that comes now says it all.
  snapshot.voted = undefined
}

/**
 * A reveal that overtook a snapshot on its way is said once and never again; what else it uncovers
 * (the reasoning, how an answer ended) is in the next one.
 */
export function keepReveal(snapshot: Snapshot | null, revealed: ConversationRevealed | null): void {
  if (revealed && snapshot && !snapshot.sides) applyReveal(snapshot, revealed)
}

export function applyChange(snapshot: Snapshot, changed: ConversationChanged): void {
  if (changed.title !== undefined) snapshot.title = changed.title
  snapshot.votable = changed.votable
  snapshot.presence = changed.presence
  if (changed.tally) snapshot.tally = changed.tally
  if (changed.voted !== undefined) snapshot.voted = changed.voted
  if (snapshot.vote && changed.held !== undefined) {
    snapshot.vote = { ...snapshot.vote, held: changed.held || undefined }
  }
}

/** The vote of the viewer that stands for a turn, if there is one. */
export function voteOn(snapshot: Snapshot, turn: number): VoteState | undefined {
  if (snapshot.mode !== 'battle') return snapshot.turns.find((view) => view.turn === turn)?.vote
  return snapshot.vote?.turn === turn ? snapshot.vote : undefined
}

/** Whether the person can have anything of this answer: a stopped one counts by its visible text. */
export const isUsable = (answer: AnswerView): boolean =>
  answer.status === 'done' || (answer.status === 'stopped' && answer.text.trim() !== '')

/** All sides are on their way, and none has said or thought a word yet. */
export const isUnbegun = (answers: readonly AnswerView[]): boolean =>
  answers.every(({ status, text, reasoning }) => !isTerminal(status) && text === '' && !reasoning)

/** Of a battle: this side is asked again only together with the other one. */
export const isWornOut = ({ status, reasked = 0 }: AnswerView): boolean =>
  status === 'stopped' && reasked >= MOST_REASKED

/** No side has anything to read, and none is on its way: one more try is one for all of them. */
export const isAllLost = (answers: readonly AnswerView[]): boolean =>
  answers.every((answer) => isTerminal(answer.status) && !isUsable(answer))
