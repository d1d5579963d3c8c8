import type { ConversationStart } from '#shared/protocol/conversation'
import { titleOf } from '../../domain/conversation/prompt-rules.js'
import { UNANSWERED } from '../../storage/conversations/answer.repository.js'
import type { AnswerRow, ConversationRow, TurnRow } from '../../storage/database/database.js'
import type { Contestants } from '../models/contestants.js'

/** A conversation as it begins; `now` in milliseconds. */
export const conversationRow = (
  { id, ownerId, now }: { id: string; ownerId: string; now: number },
  { mode, text, parameters, systemPrompt }: ConversationStart,
): ConversationRow => ({
  id,
  ownerId,
  mode,
  title: titleOf(text),
  createdAt: now,
  updatedAt: now,
  seq: 0,
  drawProbability: null,
  parameters: parameters ? JSON.stringify(parameters) : null,
  systemPrompt: systemPrompt?.trim() ? systemPrompt : null,
  pinned: 0,
})

/** A prompt, and that its answers are still to come. */
export const turnRow = (
  conversationId: string,
  turn: number,
  text: string,
  imageIds: readonly string[],
  createdAt: number,
): TurnRow => ({
  conversationId,
  turn,
  text,
  images: JSON.stringify(imageIds),
  createdAt,
  doneAt: null,
})

export const answerRows = (
  { conversationId, turn }: TurnRow,
  sides: Contestants['sides'],
): AnswerRow[] =>
  sides.map(({ side, endpoint }) => ({
    ...UNANSWERED,
    attempt: 1,
    reasked: 0,
    conversationId,
    turn,
    side,
    versionId: endpoint.versionId,
  }))
