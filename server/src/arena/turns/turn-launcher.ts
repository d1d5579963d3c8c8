import { Injectable } from '@nestjs/common'
import { SIDE_COUNT, type Side } from '#shared/vocabulary'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import { Settings } from '../../config/settings.js'
import { isBlind } from '../../domain/conversation/blinding.js'
import { makePace, makePaceAgain, paceAlone } from '../../domain/pacing/pace.js'
import { Clock } from '../../domain/ports.js'
import {
  ConversationRepository,
  type ConversationRecord,
} from '../../storage/conversations/conversation.repository.js'
import { AnswerFlusher } from '../live/answer-flusher.js'
import { LiveSide } from '../live/live-side.js'
import { LiveTurn } from '../live/live-turn.js'
import { LiveTurns } from '../live/live-turns.js'
import { Patience } from '../live/patience.js'
import { RoomOutput } from '../live/room-output.js'
import { Seating } from '../live/seating.js'
import { TurnLimits } from '../live/turn-limits.js'
import { TurnRunner, type TurnPlan } from '../live/turn-runner.js'
import { turnRequest } from './turn-request.js'

export interface SeatedModel {
  side: Side
  endpoint: ModelEndpoint
}

/** What has been said and asked, up to the turn that begins. */
type Said = Pick<ConversationRecord, 'conversation' | 'turns' | 'answers'>

/** Sets a turn that storage holds already on its way. */
@Injectable()
export class TurnLauncher {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly conversations: ConversationRepository,
    private readonly turns: LiveTurns,
    private readonly flusher: AnswerFlusher,
    private readonly output: RoomOutput,
    private readonly runner: TurnRunner,
    private readonly patience: Patience,
    private readonly limits: TurnLimits,
  ) {}

  /** `announce`: the turn is new to the room, not another attempt. @returns undefined where it is gone */
  async launch(
    conversationId: string,
    number: number,
    seats: readonly SeatedModel[],
    announce: boolean,
  ): Promise<LiveTurn | undefined> {
    // Storage holds the turn already, so it must run even where a read fails at first.
    const record = await this.patience.with(() => this.read(conversationId))
    return record && this.begin(record, number, seats, announce)
  }

  /** As `launch`, where `record` is what storage holds. */
  begin(record: Said, number: number, seats: readonly SeatedModel[], announce: boolean): LiveTurn {
    const { conversation } = record
    const blind = isBlind(conversation.mode)
    const pace = blind ? this.settings.blindPace : 'off'
    const together = seats.length === SIDE_COUNT[conversation.mode]
    const tasks = seats.map(({ side, endpoint }) => {
      const { attempt = 1, reasked = 0 } = answerOf(record, number, side) ?? {}
      return {
        live: new LiveSide(side, attempt, blind, reasked),
        endpoint,
        question: (model: ModelEndpoint, tried: number) =>
          turnRequest(record, number, side, tried, model),
      }
    })
    const turn = new LiveTurn(
      {
        conversationId: conversation.id,
        turn: number,
        begunAt: this.clock.elapsed(),
        blind,
        sides: tasks.map((task) => task.live),
        pace: together ? makePace(pace) : makePaceAgain(pace),
        paceAlone: makePace(paceAlone(pace)),
        seq: conversation.seq,
      },
      this.output,
    )
    this.turns.add(turn)
    this.flusher.wake()
    this.limits.watch(turn, longestSilence(seats))
    // A timer, so that the acknowledgement of the command goes out before the first frame.
    this.clock.after(0, () => {
      if (announce) turn.emit('turn:started', openingOf(record, number))
      void this.runner.run(turn, tasks, planOf(record, seats, announce && number === 1))
    })
    return turn
  }

  private async read(id: string): Promise<ConversationRecord | undefined> {
    const conversation = await this.conversations.find(id)
    return conversation && this.conversations.load(conversation)
  }
}

/** Only before the first answer of a battle may a model go: later people have read it. */
const planOf = (
  { conversation: { mode, ownerId, drawProbability }, turns }: Said,
  seats: readonly SeatedModel[],
  first: boolean,
): TurnPlan => ({
  mode,
  voterId: ownerId,
  seating: new Seating(
    seats,
    drawProbability,
    turns.some(({ images }) => images !== '[]'),
  ),
  replaceable: first && mode === 'battle',
})

/** No side can be silent for longer under its own timeouts, in milliseconds. */
const longestSilence = (seats: readonly SeatedModel[]): number =>
  Math.max(...seats.map(({ endpoint: { timeouts } }) => timeouts.firstMs + timeouts.totalMs))

const answerOf = ({ answers }: Said, turn: number, side: Side) =>
  answers.find((answer) => answer.turn === turn && answer.side === side)

function openingOf({ turns }: Said, number: number) {
  const row = turns.find((turn) => turn.turn === number)
  return {
    text: row?.text ?? '',
    images: JSON.parse(row?.images ?? '[]') as string[],
    createdAt: row?.createdAt ?? 0,
  }
}
