import type { Side } from '#shared/vocabulary'
import type { ModelEndpoint } from '../../config/model-endpoint.js'

/** Who answers each side of a turn, and who has tried before. */
export class Seating {
  private readonly now: Map<Side, ModelEndpoint>
  private readonly ever: Set<string>

  /**
   * `drawProbability`: the chance of the pair that sits now; null where people chose. `pictures`: the
   * conversation shows some, so that everybody who takes a seat must see.
   */
  constructor(
    seats: readonly { side: Side; endpoint: ModelEndpoint }[],
    public drawProbability: number | null,
    readonly pictures = false,
  ) {
    this.now = new Map(seats.map(({ side, endpoint }) => [side, endpoint]))
    this.ever = new Set(seats.map(({ endpoint }) => endpoint.name))
  }

  opposite(side: Side): ModelEndpoint | undefined {
    return [...this.now].find(([other]) => other !== side)?.[1]
  }

  holder(side: Side): ModelEndpoint | undefined {
    return this.now.get(side)
  }

  /** Who sits where now. */
  get seats(): readonly [Side, ModelEndpoint][] {
    return [...this.now]
  }

  /** Names of all that have had a seat in this turn. */
  get names(): ReadonlySet<string> {
    return this.ever
  }

  /** Gives the side's seat to another model. */
  seat(side: Side, endpoint: ModelEndpoint, drawProbability: number): void {
    this.now.set(side, endpoint)
    this.ever.add(endpoint.name)
    this.drawProbability = drawProbability
  }
}
