import { Injectable, Logger } from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { Clock } from '../../domain/ports.js'
import type { AnswerWrite } from '../../storage/conversations/answer-write.js'
import { AnswerRepository } from '../../storage/conversations/answer.repository.js'
import type { LiveSide } from './live-side.js'
import type { LiveTurn } from './live-turn.js'
import { LiveTurns } from './live-turns.js'

/** A crash costs no more of one answer than this, in bytes of UTF-8, or what came in one `flushMs`. */
const MOST_UNWRITTEN = 2048

/**
 * Writes running answers down: all of the process in one transaction a tick, since a commit waits for
 * the disk and hundreds of streams would wait for each other. A tick comes after `flushMs`, or sooner
 * when one answer has grown by 2 KB. Nothing on the way of a token awaits it.
 */
@Injectable()
export class AnswerFlusher {
  private readonly logger = new Logger('Answers')
  private cancelTick: (() => void) | undefined
  private writing = false
  /** Length of the text that storage holds of each side. */
  private readonly written = new WeakMap<LiveSide, number>()
  private readonly ends: AnswerWrite[] = []
  private endsWritten: Promise<void> | undefined

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly turns: LiveTurns,
    private readonly answers: AnswerRepository,
  ) {
    turns.onBeat(() => {
      if (!this.writing && this.running().some(({ live }) => this.isFarAhead(live))) {
        void this.tick()
      }
    })
  }

  /** Keeps ticking while any turn runs. */
  wake(): void {
    this.cancelTick ??= this.clock.after(this.settings.flushMs, () => void this.tick())
  }

  /** Writes one side now, with all others that ask in the same moment, in one transaction. */
  write(turn: LiveTurn, live: LiveSide): Promise<void> {
    this.ends.push(toWrite(turn, live))
    this.endsWritten ??= Promise.resolve().then(() => {
      this.endsWritten = undefined
      return this.answers.flush(this.ends.splice(0))
    })
    return this.endsWritten
  }

  private async tick(): Promise<void> {
    this.cancelTick?.()
    this.writing = true
    const changed = this.running().map(({ turn, live }) => ({ live, write: toWrite(turn, live) }))
    for (const { live } of changed) live.dirty = false
    try {
      await this.answers.flush(changed.map(({ write }) => write))
      for (const { live, write } of changed) this.written.set(live, write.change.text.length)
    } catch (error) {
      this.logger.error(error)
      for (const { live } of changed) live.dirty = true
    }
    this.writing = false
    this.cancelTick = undefined
    if (this.turns.size > 0) this.wake()
  }

  /** What differs from storage; a side that was shown to its end is written with its end. */
  private running(): { turn: LiveTurn; live: LiveSide }[] {
    return [...this.turns.all()].flatMap((turn) =>
      turn.sides.filter((live) => live.dirty && !live.over).map((live) => ({ turn, live })),
    )
  }

  private isFarAhead(live: LiveSide): boolean {
    const written = this.written.get(live) ?? 0
    // A UTF-16 unit is three bytes of UTF-8 at most; most looks end here.
    if ((live.kept - written) * 3 < MOST_UNWRITTEN) return false
    return Buffer.byteLength(live.text.slice(written, live.kept)) >= MOST_UNWRITTEN
  }
}

const toWrite = ({ conversationId, turn, seq }: LiveTurn, live: LiveSide): AnswerWrite => ({
  key: { conversationId, turn, side: live.side },
  attempt: live.attempt,
  change: live.record(),
  seq,
})
