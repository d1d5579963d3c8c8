import type { RoomFrame, RoomFrames } from '#shared/protocol/index'
import type { Side } from '#shared/vocabulary'
import type { Glimpse, Pace } from '../../domain/pacing/flow.js'
import type { LogContext } from '../../edge/log-context.js'
import type { AnswerRow } from '../../storage/database/database.js'
import type { LiveSide } from './live-side.js'
import type { RoomOutput } from './room-output.js'

export interface LiveTurnStart {
  conversationId: string
  turn: number
  /** When it was set on its way, by the clock that only goes forward; the same for all sides, whichever of them has to begin again. */
  begunAt: number
  /** Names are hidden, so reasoning stays here too: that a model reasons can tell which it is. */
  blind: boolean
  sides: readonly LiveSide[]
  pace: Pace
  /** From the moment on at which a person stops one side and the others go on. */
  paceAlone: Pace
  /** Last frame number of the conversation. */
  seq: number
}

type Unnumbered<E extends RoomFrame> = Omit<RoomFrames[E], 'conversationId' | 'seq' | 'turn'>

/** A turn that is being answered. Frames of its conversation are born here, numbered by `seq`. */
export class LiveTurn {
  readonly conversationId: string
  readonly turn: number
  readonly begunAt: number
  readonly blind: boolean
  readonly sides: readonly LiveSide[]
  seq: number
  /** Place in the line before a provider; undefined once the answers have begun. */
  queue: number | undefined
  /** Since when its models may answer, by the clock that only goes forward; undefined while it waits in line. */
  answeringSince: number | undefined
  /** One side of two goes on without the other. */
  alone: boolean
  /** Until `turn:done`. */
  running = true
  /** Resolves when the turn is written down and out of the registry. */
  readonly closed: Promise<void>
  close: () => void = () => undefined
  private pace: Pace
  private readonly paceAlone: Pace
  private readonly endWaiters = new Map<Side, () => void>()

  constructor(
    start: LiveTurnStart,
    private readonly output: RoomOutput,
  ) {
    this.conversationId = start.conversationId
    this.closed = new Promise((resolve) => (this.close = resolve))
    this.turn = start.turn
    this.begunAt = start.begunAt
    this.blind = start.blind
    this.sides = start.sides
    this.seq = start.seq
    this.pace = start.pace
    this.paceAlone = start.paceAlone
    this.alone = start.sides.length === 1
  }

  /** For its log lines. */
  get origin(): LogContext {
    const { conversationId, turn } = this
    return { conversationId, turn }
  }

  emit<E extends RoomFrame>(event: E, content: Unnumbered<E>): void {
    this.seq += 1
    const { conversationId, turn, seq } = this
    this.output.frame(event, { conversationId, seq, turn, ...content } as unknown as RoomFrames[E])
  }

  /** Tells the room where the turn stands in line, never which of its sides has to wait. */
  wait(position: number): void {
    this.queue = position
    this.emit('turn:queued', { position })
  }

  /**
   * Shows what the pace allows at this moment: at most one frame a side and kind. `now` is what is written
   * down of it, `elapsed` what the pace goes by.
   */
  showMore(now: number, elapsed: number): void {
    const glimpses = this.pace.advance(
      elapsed,
      this.sides.map((side) => side.flow),
    )
    this.sides.forEach((live, index) => {
      this.showOf(live, glimpses[index] ?? { shown: live.shown, over: false }, now)
    })
  }

  private showOf(live: LiveSide, { shown, over }: Glimpse, now: number): void {
    const { side } = live
    const reasoning = this.blind ? '' : live.showReasoning()
    if (reasoning) this.emit('answer:delta', { side, kind: 'reasoning', text: reasoning })
    const text = live.show(shown, now)
    if (text) this.emit('answer:delta', { side, kind: 'text', text })
    live.settle(over)
    if (live.over) this.endWaiters.get(side)?.()
  }

  /** Resolves when this side has ended, all of it has been shown, and its end may be told. */
  over(live: LiveSide): Promise<void> {
    return new Promise((resolve) => this.endWaiters.set(live.side, resolve))
  }

  /** Ends one side or all by a person's word, with what was shown. */
  stop(now: number, side?: Side): void {
    for (const live of this.sides) if (side === undefined || live.side === side) live.stop(now)
    if (side === undefined) return
    this.pace = this.paceAlone
    this.alone = true
  }

  /** Ends all sides now, whatever the pace says: what has ended is shown to its end, the rest is interrupted. */
  conclude(now: number): void {
    for (const live of this.sides) {
      if (!live.ending) live.interrupt(now)
      this.showOf(live, { shown: live.text.length, over: true }, now)
    }
  }

  /** Ends all sides because nothing can come of them any more; what was there is kept. */
  interrupt(now: number, elapsed: number): void {
    this.showMore(now, elapsed)
    for (const live of this.sides) live.interrupt(now)
  }

  find(side: Side): LiveSide | undefined {
    return this.sides.find((live) => live.side === side)
  }

  /** A stored answer as a viewer may see it right now: up to where the pace stands. */
  overlay(stored: AnswerRow): AnswerRow {
    const live = stored.turn === this.turn ? this.find(stored.side) : undefined
    if (!live) return stored
    return {
      ...stored,
      ...live.record(),
      attempt: live.attempt,
      text: live.text.slice(0, live.shown),
      reasoning: live.reasoning.slice(0, live.reasoningShown),
    }
  }
}
