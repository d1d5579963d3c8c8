import type { AdminTranscript } from '#shared/protocol/admin-conversations'
import type { ConversationRecord } from '../storage/conversations/conversation.repository.js'
import type { AnswerRow, TurnRow } from '../storage/database/database.js'
import type { FoundReaction } from '../storage/conversations/reaction.repository.js'

/** All that was said, for an admin. */
export const presentTranscript = (
  { conversation, sides, turns, answers }: ConversationRecord,
  reactions: readonly FoundReaction[],
): AdminTranscript => ({
  conversationId: conversation.id,
  title: conversation.title,
  ...(conversation.systemPrompt && { systemPrompt: conversation.systemPrompt }),
  sides: sides.map(({ side, name, version }) => ({ side, model: name, version })),
  turns: turns.map((turn) =>
    presentTurn(
      turn,
      answers.filter((answer) => answer.turn === turn.turn),
      reactions.find((each) => each.turn === turn.turn),
    ),
  ),
})

const presentTurn = (
  { turn, text, images, createdAt }: TurnRow,
  answers: readonly AnswerRow[],
  /** Only an answer of a direct chat has one: its owner's. */
  found: FoundReaction | undefined,
): AdminTranscript['turns'][number] => ({
  turn,
  text,
  pictures: (JSON.parse(images) as string[]).length,
  createdAt,
  answers: answers.map((answer) => ({
    side: answer.side,
    text: answer.text,
    status: answer.status,
    ...(answer.errorCode && { errorCode: answer.errorCode }),
    ...(found && { reaction: presentReaction(found) }),
  })),
})

const presentReaction = ({ reaction, createdAt, ofEarlier }: FoundReaction) => ({
  kind: reaction,
  createdAt,
  ofEarlier,
})
