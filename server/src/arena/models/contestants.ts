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
import { Budgets, type Asked, type Room } from '../../provider/spending/budgets.js'

/** What is about to be asked. */
export interface Question {
  /** It shows some, so that everybody who is asked must see. */
  pictures: boolean
  to(model: ModelEndpoint): Asked
}

export interface Contestants {
  sides: { side: Side; endpoint: ModelEndpoint }[]
  /** Chance of the pair that was drawn; null where people chose. */
  drawProbability: number | null
}

/** A seat whose model failed. */
export interface Vacancy {
  failed: ModelEndpoint
  opponent: ModelEndpoint
  /** Names of those that have had a seat; they are not asked again. */
  seated: ReadonlySet<string>
  /** The conversation shows some. */
  pictures: boolean
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

  choose(mode: Mode, names: readonly string[], question: Question): Contestants {
    if (mode !== 'battle') {
      const endpoints = names.map((name) => this.named(mode, name))
      if (question.pictures) checkVision(endpoints, true, false)
      return { sides: seat(mode, endpoints), drawProbability: null }
    }
    const pool = this.requireDrawable(question)
    const { pair, probability } = drawPair(pool, this.random, this.interest.among(pool))
    return { sides: seat(mode, pair), drawProbability: probability }
  }

  /**
   * Who answers in place of a model that failed: one that can be asked at once where there is any, since the
   * other side's answer is held back meanwhile; else one whose line is open.
   */
  replacement(vacancy: Vacancy): Replacement<ModelEndpoint> | undefined {
    const { failed, opponent, seated, pictures } = vacancy
    const pool = this.battlePool(pictures)
      .filter((model) => this.budgets.roomFor(model, 'battle') === 'free' && this.isWell(model))
      .filter(({ demo }) => demo === opponent.demo)
    const interest = this.interest.among([...pool, opponent])
    const free = pool.filter(({ name }) => !seated.has(name))
    const atOnce = free.filter((model) => this.slots.fitsNow(model, failed))
    const open = atOnce.length > 0 ? atOnce : free.filter((model) => this.slots.hasRoom([model]))
    const barred = new Set(pool.filter((model) => !open.includes(model)).map(({ name }) => name))
    return drawReplacement(pool, opponent, barred, this.random, interest)
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

  /**
   * All sides together, so that none of them is refused when its turn comes.
   * @throws AppError `budget_spent` or `model_busy`, which tells nobody in a battle whose budget it is, or
   * `answer_too_dear`
   */
  requireBudget(mode: Mode, asked: readonly Asked[]): void {
    if (asked.some((each) => this.budgets.tooDear(each))) throw tooDear()
    const use = mode === 'battle' ? 'battle' : 'named'
    const room = this.budgets.roomForAll(asked, use)
    if (room === 'held') throw budgetHeld()
    if (room === 'spent') throw this.budgetSpent(use === 'battle' ? BATTLE_SPENT : MODEL_SPENT)
  }

  private battlePool(pictures: boolean): readonly ModelEndpoint[] {
    return this.catalog.battlePool(pictures ? 'vision' : 'text')
  }

  private isWell({ versionId }: ModelEndpoint): boolean {
    return this.health.drawable(versionId)
  }

  /**
   * The pool of battles without the models that are given up for the moment, or used up for today.
   * @throws AppError `budget_spent`, `model_busy` or `models_away`, where there would be two at another time
   */
  private requireDrawable({ pictures, to }: Question): readonly ModelEndpoint[] {
    const pool = this.battlePool(pictures)
    const withRoom = (rooms: readonly Room[]) =>
      pool.filter((model) => rooms.includes(this.budgets.roomInBattle(to(model))))
    const affordable = withRoom(['free'])
    const drawable = affordable.filter((model) => this.isWell(model))
    if (canBattle(drawable) || !canBattle(pool)) return drawable
    if (canBattle(affordable)) throw tooFewWell()
    throw canBattle(withRoom(['free', 'held'])) ? budgetHeld() : this.budgetSpent(ARENA_SPENT)
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

const tooDear = (): AppError =>
  new AppError(
    'answer_too_dear',
    'parameters.maxTokens: an answer of this length may cost more than a tenth of what is spent here in a day. Nothing was sent; ask for fewer tokens.',
  )

const tooFewWell = (): AppError =>
  new AppError(
    'models_away',
    'Too many models cannot be reached at the moment. Your prompt is kept; try again in half a minute.',
    { retryAfterMs: 30_000 },
  )

const seat = (mode: Mode, endpoints: readonly ModelEndpoint[]): Contestants['sides'] =>
  sidesOf(mode).map((side, index) => ({ side, endpoint: endpoints[index] as ModelEndpoint }))
