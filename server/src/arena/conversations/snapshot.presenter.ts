import type { BySide } from '#shared/protocol/common'
import type {
  AnswerView,
  AnswerParameters,
  Snapshot,
  TurnView,
} from '#shared/protocol/conversation'
import type { ModelCard } from '#shared/protocol/model'
import { isLost, isTerminal, type Reaction, type ShareKind } from '#shared/vocabulary'
import type { Role } from '../../domain/conversation/access-rules.js'
import { publicAnswerError } from '../../domain/conversation/answer-error.js'
import { titleOf } from '../../domain/conversation/prompt-rules.js'
import { mayKnowNames } from '../../domain/conversation/blinding.js'
import type { ConversationRecord } from '../../storage/conversations/conversation.repository.js'
import type {
  AnswerRow,
  ConversationRow,
  TurnRow,
  VoteRow,
} from '../../storage/database/database.js'
import { mayVoteNow, tallyFor, votedFor } from '../rooms/viewer-state.js'
import { presentVote } from '../votes/vote.presenter.js'

export interface SnapshotSources {
  /** Answers cut where the pace stands. */
  record: ConversationRecord
  role: Exclude<Role, 'stranger'>
  presence: number
  links: ShareKind[]
  /** The votes of all people on a battle. */
  onBattle: readonly VoteRow[]
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
  const { role, running, presence, links } = sources
  const { mode } = conversation
  const battleVote = mode === 'battle' ? sources.votes[0] : undefined
  const namesKnown = mayKnowNames({ role, mode, votedFinally: battleVote?.final === 1 })
  const last = turns.at(-1)
  const lastVote = battleVote ?? sources.votes.find((vote) => vote.turn === last?.turn)
  const tally = tallyFor(battleVote, sources.onBattle)
  const voted = votedFor(role, battleVote, sources.onBattle)
  const lastAnswers = answers.filter((answer) => answer.turn === last?.turn)
  return {
    conversationId: conversation.id,
    mode,
    // The owner's own words for it may say what others must not know yet.
    title: role === 'owner' ? conversation.title : titleOf(turns[0]?.text ?? ''),
    createdAt: conversation.createdAt,
    turns: turns.map((turn) => presentTurn(turn, sources, namesKnown)),
    votable: mayVoteNow({ role, mode, running, vote: lastVote, answers: lastAnswers }),
    open: role === 'owner' && battleVote === undefined,
    role,
    presence,
    ...(tally && { tally }),
    ...(voted && { voted }),
    ...(links.length > 0 && { links }),
    ...presentSetup(conversation),
    ...(battleVote && { vote: presentVote(battleVote) }),
    ...(namesKnown && { sides: sources.cards() }),
    ...(sources.queue !== undefined && { queue: sources.queue }),
  }
}

/** What the models were asked with, beside the prompts. */
const presentSetup = ({ parameters, systemPrompt }: ConversationRow) => ({
  ...(parameters && { parameters: JSON.parse(parameters) as AnswerParameters }),
  ...(systemPrompt && { systemPrompt }),
})

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
    ...(row.reasked > 0 && { reasked: row.reasked }),
    // A stopped answer may have failed behind the pace, which is told to nobody.
    ...(row.errorCode &&
      isLost(row.status) && { error: publicAnswerError(row.errorCode, namesKnown) }),
    ...(reaction && { reaction }),
    ...(namesKnown && row.reasoning && { reasoning: row.reasoning }),
    ...(namesKnown && row.finishReason && { finishReason: row.finishReason }),
  }
}
