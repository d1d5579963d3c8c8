import type { AnswerParameters } from '#shared/protocol/conversation'
import type { Side } from '#shared/vocabulary'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import { chatHistory } from '../../domain/conversation/chat-history.js'
import type { AnswerRequest } from '../../provider/model-provider.js'
import type { AnswerRow, ConversationRow, TurnRow } from '../../storage/database/database.js'

/** What of a conversation its models are told. */
export interface Told {
  conversation: Pick<ConversationRow, 'id' | 'systemPrompt' | 'parameters'>
  turns: readonly TurnRow[]
  answers: readonly Pick<AnswerRow, 'turn' | 'side' | 'text'>[]
}

/** The question of one turn to one side, as `endpoint` is asked it: with what this side has answered before. */
export function turnRequest(
  { conversation, turns, answers }: Told,
  number: number,
  side: Side,
  attempt: number,
  endpoint: ModelEndpoint,
): AnswerRequest {
  const spoken = turns
    .filter((turn) => turn.turn <= number)
    .map((turn) => ({
      prompt: turn.text,
      imageIds: JSON.parse(turn.images) as string[],
      answer:
        turn.turn < number
          ? answers.find((answer) => answer.turn === turn.turn && answer.side === side)?.text
          : undefined,
    }))
  return {
    endpoint,
    messages: chatHistory(spoken),
    systemPrompt: conversation.systemPrompt ?? endpoint.systemPrompt,
    parameters: { ...endpoint.recommended, ...parametersOf(conversation) },
    seed: `${conversation.id}:${number}:${side}:${attempt}`,
    origin: { conversationId: conversation.id, turn: number },
  }
}

/** The same turn to each of these; which attempt it is changes nothing of what it may cost. */
export const questionsOf = (
  told: Told,
  number: number,
  seats: readonly { side: Side; endpoint: ModelEndpoint }[],
): AnswerRequest[] =>
  seats.map(({ side, endpoint }) => turnRequest(told, number, side, 1, endpoint))

const parametersOf = ({ parameters }: Told['conversation']): AnswerParameters =>
  parameters === null ? {} : (JSON.parse(parameters) as AnswerParameters)
