import type { BySide } from '#shared/protocol/common'
import type { AnswerView, Parameters, Snapshot, TurnView } from '#shared/protocol/conversation'
import type { ModelCard } from '#shared/protocol/model'
import { isTerminal, type Reaction } from '#shared/vocabulary'
import { publicAnswerError } from '../domain/conversation/answer-error.js'
import { mayKnowNames } from '../domain/conversation/blinding.js'
import { isVotable } from '../domain/voting/vote-rules.js'
import type { ConversationRecord } from '../storage/conversation.repository.js'
import type { AnswerRow, TurnRow, VoteRow } from '../storage/database.js'
import { presentVote } from './vote.presenter.js'

export interface SnapshotSources {
  /** Answers cut where the pace stands. */
  record: ConversationRecord
  /** The viewer's own votes and reactions. */
  votes: readonly VoteRow[]
  reactions: ReadonlyMap<number, Reaction>
  running: boolean
  /** Place in the line before a provider, of the whole turn. */
  queue?: number
  /** How long the turn that is being answered has been on its way. */
  runningMs?: number
  /** Asked for only where the viewer may know. */
  cards: () => BySide<ModelCard>
}

/** A conversation as this viewer may see it. */
export function presentSnapshot(sources: SnapshotSources): Snapshot {
  const { conversation, turns, answers } = sources.record
  const { mode } = conversation
  const battleVote = mode === 'battle' ? sources.votes[0] : undefined
  const namesKnown = mayKnowNames({ mode, votedFinally: battleVote?.final === 1 })
  const last = turns.at(-1)
  const lastVote = battleVote ?? sources.votes.find((vote) => vote.turn === last?.turn)
  const lastAnswers = answers.filter((answer) => answer.turn === last?.turn)
  return {
    conversationId: conversation.id,
    mode,
    title: conversation.title,
    createdAt: conversation.createdAt,
    turns: turns.map((turn) => presentTurn(turn, sources, namesKnown)),
    votable: !sources.running && lastVote?.final !== 1 && isVotable(mode, lastAnswers),
    open: battleVote === undefined,
    ...(conversation.parameters && {
      parameters: JSON.parse(conversation.parameters) as Parameters,
    }),
    ...(conversation.systemPrompt && { systemPrompt: conversation.systemPrompt }),
    ...(battleVote && { vote: presentVote(battleVote) }),
    ...(namesKnown && { sides: sources.cards() }),
    ...(sources.queue !== undefined && { queue: sources.queue }),
  }
}

function presentTurn(row: TurnRow, sources: SnapshotSources, namesKnown: boolean): TurnView {
  const { mode } = sources.record.conversation
  const answers = sources.record.answers.filter((answer) => answer.turn === row.turn)
  const vote = mode === 'side-by-side' && sources.votes.find((each) => each.turn === row.turn)
  return {
    turn: row.turn,
    text: row.text,
    images: JSON.parse(row.images) as string[],
    createdAt: row.createdAt,
    answers: Object.fromEntries(
      answers.map((answer) => [
        answer.side,
        {
          ...presentAnswer(answer, namesKnown, sources.reactions.get(row.turn)),
          ...(!isTerminal(answer.status) &&
            sources.runningMs !== undefined && { runningMs: sources.runningMs }),
        },
      ]),
    ),
    ...(vote && { vote: presentVote(vote) }),
  }
}

function presentAnswer(row: AnswerRow, namesKnown: boolean, reaction?: Reaction): AnswerView {
  return {
    text: row.text,
    status: row.status,
    attempt: row.attempt,
    ...(row.errorCode && { error: publicAnswerError(row.errorCode, namesKnown) }),
    ...(reaction && { reaction }),
    ...(namesKnown && row.reasoning && { reasoning: row.reasoning }),
    ...(namesKnown && row.finishReason && { finishReason: row.finishReason }),
  }
}
