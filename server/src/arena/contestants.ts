import { Injectable } from '@nestjs/common'
import { sidesOf, type Mode, type Side } from '#shared/vocabulary'
import { ModelCatalog } from '../config/model-catalog.js'
import type { ModelEndpoint } from '../config/model-endpoint.js'
import { AppError } from '../domain/app-error.js'
import { offeredModes } from '../domain/model/offered-modes.js'
import { drawPair } from '../domain/pairing/draw-pair.js'
import { Random } from '../domain/ports.js'

export interface Contestants {
  sides: { side: Side; endpoint: ModelEndpoint }[]
  /** Chance of the pair that was drawn; null where people chose. */
  drawProbability: number | null
}

/** Who answers: drawn in a battle, chosen by name elsewhere. */
@Injectable()
export class ContestantsService {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly random: Random,
  ) {}

  choose(mode: Mode, names: readonly string[] = []): Contestants {
    if (mode !== 'battle')
      return {
        sides: seat(
          mode,
          names.map((name) => this.named(mode, name)),
        ),
        drawProbability: null,
      }
    const { pair, probability } = drawPair(this.catalog.battlePool(), this.random)
    return { sides: seat(mode, pair), drawProbability: probability }
  }

  /** The model of a version that is talked to already. */
  current(versionId: string): ModelEndpoint {
    const endpoint = this.catalog.byVersion(versionId)
    if (endpoint?.available) return endpoint
    throw new AppError(
      'model_unavailable',
      'A model of this conversation is no longer available. What was said is kept; start a new one to go on.',
    )
  }

  private named(mode: Mode, name: string): ModelEndpoint {
    const endpoint = this.catalog.find(name)
    if (!endpoint || endpoint.anonyOnly || !offeredModes(endpoint).includes(mode)) {
      throw new AppError('model_unavailable', 'models: this arena offers no such model')
    }
    if (!endpoint.available) {
      throw new AppError(
        'model_unavailable',
        `This model is not available here: ${endpoint.reason}`,
      )
    }
    return endpoint
  }
}

const seat = (mode: Mode, endpoints: readonly ModelEndpoint[]): Contestants['sides'] =>
  sidesOf(mode).map((side, index) => ({ side, endpoint: endpoints[index] as ModelEndpoint }))
