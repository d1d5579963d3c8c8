import type { AnswerView, Snapshot, TurnView } from '#shared/protocol/conversation'
import type {
  ExportedAnswer,
  ExportedConversation,
  ExportedTurn,
  ExportedVote,
} from '#shared/protocol/export'
import type { VoteState } from '#shared/protocol/vote'
import { SIDES } from '#shared/vocabulary'

/** From a snapshot, which holds no more than its viewer may know: so does the file. */
export function presentExport(snapshot: Snapshot): ExportedConversation {
  const { conversationId, mode, title, createdAt } = snapshot
  const { systemPrompt, parameters, sides, vote, turns } = snapshot
  return {
    ...{ conversationId, mode, title, createdAt },
    ...(systemPrompt && { systemPrompt }),
    ...(parameters && { parameters }),
    ...(sides && { sides }),
    ...(vote && { vote: presentVote(vote) }),
    turns: turns.map(presentTurn),
  }
}

const presentVote = ({ choice, final }: VoteState): ExportedVote => ({ choice, final })

function presentTurn({ turn, text, images, createdAt, answers, vote }: TurnView): ExportedTurn {
  return {
    ...{ turn, text, images, createdAt },
    answers: Object.fromEntries(
      SIDES.flatMap((side) => {
        const answer = answers[side]
        return answer ? [[side, presentAnswer(answer)]] : []
      }),
    ),
    ...(vote && { vote: presentVote(vote) }),
  }
}

function presentAnswer(answer: AnswerView): ExportedAnswer {
  const { text, status, reasoning, finishReason, reaction } = answer
  return {
    ...{ text, status },
    ...(reasoning && { reasoning }),
    ...(finishReason && { finishReason }),
    ...(reaction && { reaction }),
  }
}
