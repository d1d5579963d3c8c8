import { Injectable, Logger } from '@nestjs/common'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import { Settings } from '../../config/settings.js'
import { dateOf, dayOf, startOf } from '../../domain/day.js'
import { Clock } from '../../domain/ports.js'
import { shareOf, type Use } from '../../domain/spending/budget-rules.js'
import { costOf } from '../../domain/spending/cost.js'
import { longestAnswer } from '../../domain/spending/longest-answer.js'
import type { AnswerRequest } from '../model-provider.js'
import { promptTokens } from './answer-meter.js'
import { SpendLedger } from './spend-ledger.js'

/** `held`: there may be room again when answers on their way have ended; `spent`: not before midnight by UTC. */
export type Room = 'free' | 'held' | 'spent'

/** Of a question, what its cost depends on. */
export type Asked = Pick<AnswerRequest, 'endpoint' | 'messages' | 'systemPrompt' | 'parameters'>

/** Sums of fractions are off by a crumb. */
const CRUMB = 1e-9

/** The part of a day's budget that one answer of a length of a person's own choice may cost. */
const LARGEST_PART = 0.1

/**
 * Whether what a model, or all of them, may cost in a day by UTC has room for one more answer, however long it
 * becomes. What answers on their way may cost is held back until they have ended.
 */
@Injectable()
export class Budgets {
  private readonly logger = new Logger('Spending')
  /** By name: what answers on their way may cost. */
  private readonly held = new Map<string, { currency: string; cost: number }>()
  private told = { day: 0, names: new Set<string>() }

  constructor(
    private readonly settings: Settings,
    private readonly ledger: SpendLedger,
    private readonly clock: Clock,
  ) {}

  /** Whether this model may be asked something now, of which only the answer is long. */
  roomFor(model: ModelEndpoint, use: Use): Room {
    const cost = leastCost(model)
    const [own, arena] = [this.modelRoom(model, use, cost), this.arenaRoom(model, cost)]
    if (own === 'spent') this.tell(model, 'its budget', model.budgetPerDay)
    if (arena === 'spent') this.tell(model, 'BUDGET_PER_DAY', this.settings.budgetPerDay?.amount)
    return worst([own, arena])
  }

  /** Whether a battle may draw this model: there must be room for the opponent too, which may be as dear. */
  roomInBattle(asked: Asked): Room {
    const { endpoint } = asked
    const cost = mostCost(asked) ?? 0
    return worst([
      this.roomFor(endpoint, 'battle'),
      this.modelRoom(endpoint, 'battle', cost),
      this.arenaRoom(endpoint, 2 * cost),
    ])
  }

  /** Whether all of these may be asked now, at one moment. */
  roomForAll(asked: readonly Asked[], use: Use): Room {
    const costs = asked.map((each) => ({ model: each.endpoint, cost: mostCost(each) ?? 0 }))
    const sumOf = (counts: (model: ModelEndpoint) => boolean) =>
      costs.reduce((sum, { model, cost }) => (counts(model) ? sum + cost : sum), 0)
    const rooms = costs.flatMap(({ model: { name, currency }, model }) => [
      this.modelRoom(
        model,
        use,
        sumOf((other) => other.name === name),
      ),
      this.arenaRoom(
        model,
        sumOf((other) => other.currency === currency),
      ),
    ])
    return worst(rooms)
  }

  /**
   * Whether a person asks for an answer that is longer than what the operator has set and may cost more than a
   * tenth of a budget: one such answer would hold it all back from everybody else.
   */
  tooDear(asked: Asked): boolean {
    const { endpoint, parameters } = asked
    if (longestAnswer(endpoint, parameters) <= longestAnswer(endpoint, endpoint.recommended))
      return false
    const arena = this.settings.budgetPerDay
    const budgets = [
      endpoint.budgetPerDay,
      arena?.currency === endpoint.currency ? arena?.amount : undefined,
    ]
    const most = Math.min(...budgets.map((budget) => (budget ?? Infinity) * LARGEST_PART))
    return (mostCost(asked) ?? 0) > most + CRUMB
  }

  /** Whether the model's own budget has no room today; `battle` before `named`, see `shareOf`. */
  modelSpent(model: ModelEndpoint, use: Use): boolean {
    return this.modelRoom(model, use, leastCost(model)) === 'spent'
  }

  /** Whether the arena's budget has no room today for this model. */
  arenaSpent(model: ModelEndpoint): boolean {
    return this.arenaRoom(model, leastCost(model)) === 'spent'
  }

  /** Holds back what an answer may cost, so that those who ask meanwhile do not spend it too. */
  hold(request: AnswerRequest): () => void {
    const { name, currency = 'USD' } = request.endpoint
    const cost = mostCost(request)
    if (!cost) return () => undefined
    this.change(name, currency, cost)
    return () => this.change(name, currency, -cost)
  }

  /** Milliseconds until all budgets are full again. */
  get resetsInMs(): number {
    const now = this.clock.now()
    return startOf(dayOf(now) + 1) - now
  }

  private modelRoom(model: ModelEndpoint, use: Use, cost: number | undefined): Room {
    const { budgetPerDay, currency, name, anonyOnly } = model
    if (budgetPerDay === undefined || currency === undefined || !cost) return 'free'
    const left = shareOf(budgetPerDay, use, anonyOnly) - this.ledger.spentOn(name, currency)
    return roomIn(left, this.held.get(name)?.cost ?? 0, cost)
  }

  private arenaRoom({ currency }: ModelEndpoint, cost: number | undefined): Room {
    const budget = this.settings.budgetPerDay
    if (!budget || currency !== budget.currency || !cost) return 'free'
    const held = [...this.held.values()]
      .filter((each) => each.currency === currency)
      .reduce((sum, each) => sum + each.cost, 0)
    return roomIn(budget.amount - this.ledger.spentIn(currency), held, cost)
  }

  private change(name: string, currency: string, by: number): void {
    const cost = (this.held.get(name)?.cost ?? 0) + by
    if (cost > CRUMB) this.held.set(name, { currency, cost })
    else this.held.delete(name)
  }

  /** Once a day, for whoever runs the arena. */
  private tell({ name, currency }: ModelEndpoint, what: string, budget = 0): void {
    const day = dayOf(this.clock.now())
    if (this.told.day !== day) this.told = { day, names: new Set() }
    const key = `${what} ${name}`
    if (this.told.names.has(key)) return
    this.told.names.add(key)
    this.logger.warn(
      `The model ${name} finds no room for another answer in ${what} of ${budget} ${currency} for ${dateOf(day)} (UTC), as far as battles may use it, and is left out of them until tomorrow.`,
    )
  }
}

/** Of an answer of full length to a prompt of no length. */
const leastCost = (model: ModelEndpoint): number | undefined =>
  costOf(model, { inputTokens: 0, outputTokens: longestAnswer(model, model.recommended) })

/** Of this very question, however long its answer becomes. */
const mostCost = (asked: Asked): number | undefined =>
  costOf(asked.endpoint, {
    inputTokens: promptTokens(asked),
    outputTokens: longestAnswer(asked.endpoint, asked.parameters),
  })

const worst = (rooms: readonly Room[]): Room =>
  (['spent', 'held'] as const).find((room) => rooms.includes(room)) ?? 'free'

function roomIn(left: number, held: number, cost: number): Room {
  if (cost > left + CRUMB) return 'spent'
  return cost > left - held + CRUMB ? 'held' : 'free'
}
