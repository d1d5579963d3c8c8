import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { Clock } from '../../domain/ports.js'
import { MetricsService } from '../../metrics/metrics.service.js'
import type { LiveTurn } from './live-turn.js'

/** All turns that this process is answering, and the one beat by which their frames go out. */
@Injectable()
export class LiveTurns implements BeforeApplicationShutdown {
  private readonly beatListeners = new Set<() => void>()
  private readonly turns = new Map<string, LiveTurn>()
  private cancelBeat: (() => void) | undefined

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    metrics: MetricsService,
  ) {
    metrics.gauge('ringside_live_turns', 'Turns that are being answered.', () => this.turns.size)
  }

  /** A stop of the process ends what runs, with what has come in so far. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const turn of this.turns.values()) {
      turn.interrupt(this.clock.now(), this.clock.elapsed())
    }
    await this.allClosed()
  }

  /** Called when the frames of a beat are out. */
  onBeat(listener: () => void): () => void {
    this.beatListeners.add(listener)
    return () => this.beatListeners.delete(listener)
  }

  get(conversationId: string): LiveTurn | undefined {
    return this.turns.get(conversationId)
  }

  all(): IterableIterator<LiveTurn> {
    return this.turns.values()
  }

  add(turn: LiveTurn): void {
    this.turns.set(turn.conversationId, turn)
    this.beat()
  }

  remove(turn: LiveTurn): void {
    if (this.turns.get(turn.conversationId) === turn) this.turns.delete(turn.conversationId)
  }

  get size(): number {
    return this.turns.size
  }

  /** Resolves when no turn is left that is not over and written down. */
  async allClosed(): Promise<void> {
    while (this.turns.size > 0) {
      await Promise.all([...this.turns.values()].map((turn) => turn.closed))
    }
  }

  private beat(): void {
    this.cancelBeat ??= this.clock.after(this.settings.frameMs, () => {
      this.cancelBeat = undefined
      const now = this.clock.now()
      const elapsed = this.clock.elapsed()
      for (const turn of this.turns.values()) turn.showMore(now, elapsed)
      for (const listener of this.beatListeners) listener()
      if (this.turns.size > 0) this.beat()
    })
  }
}
