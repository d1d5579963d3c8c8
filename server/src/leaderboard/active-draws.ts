import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { ModelCatalog } from '../config/model-catalog.js'
import { Settings } from '../config/settings.js'
import { DrawInterest, type Candidate } from '../domain/pairing/draw-interest.js'
import type { Interest } from '../domain/pairing/pair-chances.js'
import { Clock } from '../domain/ports.js'
import { BoardService } from './board.service.js'
import { Fitter } from './fit/fitter.js'
import { PacedTask } from './paced-task.js'
import { SliceRatings } from './slice-ratings.js'

/** Shortest time between two looks at what is worth a draw: one vote more changes little. */
const GAP_MS = 2000

interface Gains {
  /** Where each version stands in the table. */
  position: ReadonlyMap<string, number>
  /** `pairGains` of them. */
  table: Float64Array
}

/** Leans the draws towards the pairs that tell most about the overall board, as it stands now. */
@Injectable()
export class ActiveDraws extends DrawInterest implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Draws')
  private readonly task: PacedTask
  private readonly unsubscribe: () => void
  private gains: Gains | undefined

  constructor(
    private readonly settings: Settings,
    private readonly catalog: ModelCatalog,
    private readonly boards: BoardService,
    private readonly ratings: SliceRatings,
    private readonly fitter: Fitter,
    clock: Clock,
  ) {
    super()
    this.task = new PacedTask(clock, GAP_MS, () => this.look())
    this.unsubscribe = catalog.onChange(() => this.outdate())
  }

  onApplicationBootstrap(): void {
    this.outdate()
  }

  async onModuleDestroy(): Promise<void> {
    this.unsubscribe()
    await this.task.stop()
  }

  /** Votes were counted, or models are others now. */
  outdate(): void {
    if (this.settings.sampling === 'active') this.task.request()
  }

  among(models: readonly Candidate[]): Interest<Candidate> | undefined {
    const { gains } = this
    if (!gains || models.some(({ versionId }) => !gains.position.has(versionId))) return undefined
    const { position, table } = gains
    return {
      floor: this.settings.samplingFloor / 100,
      gain: (a, b) =>
        table[position.get(a.versionId)! * position.size + position.get(b.versionId)!]!,
    }
  }

  /** What failed is tried again after the next vote; until then draws go on as before. */
  private async look(): Promise<void> {
    try {
      const models = this.catalog.battlePool('any').map(({ versionId }) => versionId)
      const { standings, rows } = await this.ratings.of(this.boards.spec({}, ''))
      if (standings.votes === 0) {
        this.gains = undefined
        return
      }
      const table = await this.fitter.run('gains', { models, rows, board: standings })
      this.gains = { position: new Map(models.map((id, i) => [id, i])), table }
    } catch (error) {
      this.logger.error(error)
    }
  }
}
