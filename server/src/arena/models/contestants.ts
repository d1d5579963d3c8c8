import { Injectable } from '@nestjs/common'
import { sidesOf, type Mode, type Side } from '#shared/vocabulary'
import { ModelCatalog } from '../../config/model-catalog.js'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import { AppError } from '../../domain/app-error.js'
import { checkVision } from '../../domain/conversation/image-rules.js'
import { offeredModes } from '../../domain/model/offered-modes.js'
import { DrawInterest } from '../../domain/pairing/draw-interest.js'
import { canBattle, drawPair } from '../../domain/pairing/draw-pair.js'
import { drawReplacement, type Replacement } from '../../domain/pairing/draw-replacement.js'
import { Random } from '../../domain/ports.js'
import { ModelHealth } from '../../provider/model-health.js'
import { ProviderSlots } from '../../provider/provider-slots.js'
import { Budgets, type Room } from '../../provider/spending/budgets.js'

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
    private readonly interest: DrawInterest,
    private readonly health: ModelHealth,
    private readonly slots: ProviderSlots,
    private readonly budgets: Budgets,
  ) {}

  /** `pictures`: the prompt shows some, so that everybody who is asked must see. */
  choose(mode: Mode, names: readonly string[] = [], pictures = false): Contestants {
    if (mode !== 'battle') {
      const endpoints = names.map((name) => this.named(mode, name))
      if (pictures) checkVision(endpoints, true, false)
      return { sides: seat(mode, endpoints), drawProbability: null }
    }
    const pool = this.requireDrawable(pictures)
    const { pair, probability } = drawPair(pool, this.random, this.interest.among(pool))
    return { sides: seat(mode, pair), drawProbability: probability }
  }

  /** Who answers in place of a model that failed, opposite to `opponent`; `seated` are not asked again. */
  replacement(
    opponent: ModelEndpoint,
    seated: ReadonlySet<string>,
    pictures: boolean,
  ): Replacement<ModelEndpoint> | undefined {
    const pool = this.drawable(pictures).filter(({ demo }) => demo === opponent.demo)
    const interest = this.interest.among([...pool, opponent])
    return drawReplacement(pool, opponent, seated, this.random, interest)
  }

  /** @throws AppError `model_busy` where these could not even wait in line; nothing has been sent then */
  requireRoom(sides: Contestants['sides']): void {
    if (this.slots.hasRoom(sides.map(({ endpoint }) => endpoint))) return
    throw new AppError(
      'model_busy',
      'Too many people are asking at this moment. Your prompt is kept; send it again in a few seconds.',
      { retryAfterMs: 5000 },
    )
  }

  /** @throws AppError `budget_spent` or `model_busy`, which tells nobody in a battle whose budget it is */
  requireBudget(mode: Mode, sides: Contestants['sides']): void {
    const use = mode === 'battle' ? 'battle' : 'named'
    const rooms = sides.map(({ endpoint }) => this.budgets.roomFor(endpoint, use))
    if (rooms.every((room) => room === 'free')) return
    if (!rooms.includes('spent')) throw budgetHeld()
    throw this.budgetSpent(use === 'battle' ? BATTLE_SPENT : MODEL_SPENT)
  }

  /** The pool of battles without the models that are given up for the moment, or used up for today. */
  private drawable(pictures: boolean): ModelEndpoint[] {
    return this.affordable(pictures).filter(({ versionId }) => this.health.drawable(versionId))
  }

  private affordable(pictures: boolean, rooms: readonly Room[] = ['free']): ModelEndpoint[] {
    const pool = this.catalog.battlePool(pictures ? 'vision' : 'text')
    return pool.filter((model) => rooms.includes(this.budgets.roomFor(model, 'battle')))
  }

  /** @throws AppError `budget_spent`, `model_busy` or `models_away`, where there would be two at another time */
  private requireDrawable(pictures: boolean): ModelEndpoint[] {
    const drawable = this.drawable(pictures)
    if (canBattle(drawable)) return drawable
    const pool = this.catalog.battlePool(pictures ? 'vision' : 'text')
    if (!canBattle(pool)) return drawable
    if (canBattle(this.affordable(pictures))) throw tooFewWell()
    const later = canBattle(this.affordable(pictures, ['free', 'held']))
    throw later ? budgetHeld() : this.budgetSpent(ARENA_SPENT)
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
    const room = this.budgets.roomFor(endpoint, 'named')
    if (room === 'spent') throw this.budgetSpent(MODEL_SPENT)
    if (room === 'held') throw budgetHeld()
    return endpoint
  }

  private budgetSpent(message: string): AppError {
    return new AppError('budget_spent', message, { retryAfterMs: this.budgets.resetsInMs })
  }
}

const UNTIL = 'It begins anew at 00:00 UTC; your text is kept.'
const ARENA_SPENT = `What the models of this arena may cost today is used up. ${UNTIL}`
const MODEL_SPENT = `What this model may cost today is used up. Choose another one. ${UNTIL}`
const BATTLE_SPENT = `What this battle may cost today is used up. Vote on the answers that are there, or start a new round. ${UNTIL}`

const budgetHeld = (): AppError =>
  new AppError(
    'model_busy',
    'What may still be spent today is held for answers that are on their way. Your prompt is kept; send it again in half a minute.',
    { retryAfterMs: 30_000 },
  )

const tooFewWell = (): AppError =>
  new AppError(
    'models_away',
    'Too many models cannot be reached at the moment. Your prompt is kept; try again in half a minute.',
    { retryAfterMs: 30_000 },
  )

const seat = (mode: Mode, endpoints: readonly ModelEndpoint[]): Contestants['sides'] =>
  sidesOf(mode).map((side, index) => ({ side, endpoint: endpoints[index] as ModelEndpoint }))
