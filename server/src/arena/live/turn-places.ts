import type { Side } from '#shared/vocabulary'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import type { ProviderSlots, Slot } from '../../provider/provider-slots.js'
import type { LiveTurn } from './live-turn.js'

export interface Seat {
  side: Side
  endpoint: ModelEndpoint
}

/**
 * The places that the sides of a turn have at their providers. All sides begin together, so that nobody
 * sees which of them has to wait.
 */
export class TurnPlaces {
  private readonly slots = new Map<Side, Slot>()

  constructor(
    private readonly providers: ProviderSlots,
    private readonly turn: LiveTurn,
    private readonly voterId: string,
  ) {}

  /** Resolves when every side has a place or has ended. @throws AnswerFailure `model_busy` */
  async take(seats: readonly Seat[]): Promise<void> {
    const { turn } = this
    const over = new AbortController()
    const check = () => {
      if (turn.sides.every((live) => live.ending)) over.abort()
    }
    for (const live of turn.sides) live.abort.signal.addEventListener('abort', check)
    check()
    const slots = await this.providers.claim({
      voterId: this.voterId,
      endpoints: seats.map(({ endpoint }) => endpoint),
      moved: (position) => turn.wait(position),
      signal: over.signal,
    })
    for (const live of turn.sides) live.abort.signal.removeEventListener('abort', check)
    turn.queue = undefined
    slots?.forEach((slot, index) => this.slots.set((seats[index] as Seat).side, slot))
  }

  /**
   * Gives the side's place up for one at another provider, which may take so many milliseconds.
   * @throws AnswerFailure `model_busy`
   */
  async move({ side, endpoint }: Seat, longestMs: number, signal: AbortSignal): Promise<void> {
    this.release(side)
    const { voterId } = this
    const slots = await this.providers.claim({ voterId, endpoints: [endpoint], longestMs, signal })
    if (slots?.[0]) this.slots.set(side, slots[0])
  }

  release(side: Side): void {
    this.slots.get(side)?.release()
    this.slots.delete(side)
  }

  releaseAll(): void {
    for (const side of [...this.slots.keys()]) this.release(side)
  }
}
