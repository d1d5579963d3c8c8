import { Injectable } from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { Clock } from '../../domain/ports.js'
import type { LiveTurn } from './live-turn.js'

/** All turns that this process is answering, and the one beat by which their frames go out. */
@Injectable()
export class LiveTurns {
  private readonly turns = new Map<string, LiveTurn>()
  private cancelBeat: (() => void) | undefined

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

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

  private beat(): void {
    this.cancelBeat ??= this.clock.after(this.settings.frameMs, () => {
      this.cancelBeat = undefined
      const now = this.clock.now()
      for (const turn of this.turns.values()) turn.showMore(now)
      if (this.turns.size > 0) this.beat()
    })
  }
}
