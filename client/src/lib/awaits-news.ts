import type { Snapshot, TurnView } from '#shared/protocol/conversation'
import { isTerminal } from '#shared/vocabulary'
import { voteOn } from './conversation-states.js'
import { voteStage } from './vote-stage.js'

/** Whether a page that shows this waits for the server to say something: its quiet is then suspicious. */
export function awaitsNews(
  snapshot: Snapshot | null,
  turns: readonly TurnView[],
  now: number,
): boolean {
  if (!snapshot) return true
  if (snapshot.vote && !snapshot.vote.final && snapshot.vote.finalAt < now) return true
  const answers = Object.values(turns.at(-1)?.answers ?? {})
  return answers.some((answer) => !isTerminal(answer.status)) || lacksItsVote(snapshot, turns)
}

/** The answers have ended, and nothing was heard of the vote that they are there for: the end of the turn got lost. */
function lacksItsVote(snapshot: Snapshot, turns: readonly TurnView[]): boolean {
  const { mode, role, votable } = snapshot
  const { turn = 0, answers = {} } = turns.at(-1) ?? {}
  const vote = snapshot.vote ?? voteOn(snapshot, turn)
  const rest = { changing: false, hurrying: false }
  return (
    voteStage({ mode, role, answers: Object.values(answers), votable, vote, ...rest }) === 'waiting'
  )
}
