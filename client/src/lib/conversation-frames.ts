import type { RoomFrame, RoomFrames } from '#shared/protocol/index'
import type { AnswerView, Snapshot, TurnView } from '#shared/protocol/conversation'
import type { ModelCard } from '#shared/protocol/model'
import { sidesOf, type Mode, type Side } from '#shared/vocabulary'

/** A frame of the room together with its event's name. */
export type Numbered = { [E in RoomFrame]: { event: E; frame: RoomFrames[E] } }[RoomFrame]

const waiting = (attempt: number): AnswerView => ({ text: '', status: 'queued', attempt })

/** What a turn looks like before any of its answers has said a word. */
export function emptyTurn(
  mode: Mode,
  turn: Pick<TurnView, 'turn' | 'text' | 'images' | 'createdAt'>,
): TurnView {
  const answers = Object.fromEntries(sidesOf(mode).map((side) => [side, waiting(1)]))
  const { turn: number, text, images, createdAt } = turn
  return { turn: number, text, images, createdAt, answers }
}

/** Changes the snapshot in place to what it is after one more frame; the order of frames is the caller's care. */
export function applyFrame(snapshot: Snapshot, { event, frame }: Numbered): void {
  switch (event) {
    case 'turn:started':
      snapshot.turns = snapshot.turns.filter((turn) => turn.turn !== frame.turn)
      snapshot.turns.push(emptyTurn(snapshot.mode, frame))
      snapshot.votable = false
      return
    case 'turn:queued':
      snapshot.queue = frame.position
      return
    case 'turn:done':
      snapshot.votable = frame.votable
      snapshot.queue = undefined
      return
    case 'answer:started':
      replaceAnswer(snapshot, frame.turn, frame.side, {
        ...waiting(frame.attempt),
        ...(frame.reasked && { reasked: frame.reasked }),
        status: 'streaming',
      })
      snapshot.votable = false
      snapshot.queue = undefined
      dropFigures(snapshot.sides?.[frame.side])
      return
    case 'answer:delta':
      return append(answerOf(snapshot, frame.turn, frame.side), frame.kind, frame.text)
    case 'answer:done':
    case 'answer:failed': {
      const answer = answerOf(snapshot, frame.turn, frame.side)
      if (answer) Object.assign(answer, { status: frame.status, error: frame.error })
    }
  }
}

const turnOf = (snapshot: Snapshot, turn: number): TurnView | undefined =>
  snapshot.turns.find((candidate) => candidate.turn === turn)

const answerOf = (snapshot: Snapshot, turn: number, side: Side): AnswerView | undefined =>
  turnOf(snapshot, turn)?.answers[side]

function replaceAnswer(snapshot: Snapshot, turn: number, side: Side, answer: AnswerView): void {
  const found = turnOf(snapshot, turn)
  if (found) found.answers[side] = answer
}

/** What the side's last answer cost and took says nothing of the one that begins. */
function dropFigures(card: ModelCard | undefined): void {
  if (!card) return
  delete card.firstTokenMs
  delete card.totalMs
  delete card.outputTokens
  delete card.tokensPerSecond
  delete card.cost
}

function append(answer: AnswerView | undefined, kind: 'text' | 'reasoning', text: string): void {
  if (!answer) return
  if (kind === 'text') answer.text += text
  else answer.reasoning = (answer.reasoning ?? '') + text
}
