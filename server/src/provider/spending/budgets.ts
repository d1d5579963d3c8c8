import { Injectable, Logger } from '@nestjs/common'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import { Settings } from '../../config/settings.js'
import { dateOf, dayOf, startOf } from '../../domain/day.js'
import { Clock } from '../../domain/ports.js'
import { costOf } from '../../domain/spending/cost.js'
import { shareOf, type Use } from '../../domain/spending/budget-rules.js'
import type { AnswerRequest } from '../model-provider.js'
import { promptTokens } from './answer-meter.js'
import { SpendLedger } from './spend-ledger.js'

/** Held back for an answer that is on its way, beside its prompt, unless its maximum is lower. */
const USUAL_TOKENS = 1_000

/** Whether what a model, or all of them, may cost in a day by UTC is used up. */
@Injectable()
export class Budgets {
  private readonly logger = new Logger('Spending')
  /** By name: what answers on their way will cost, by a guess. */
  private readonly held = new Map<string, { currency: string; cost: number }>()
  private told = { day: 0, names: new Set<string>() }

  constructor(
    private readonly settings: Settings,
    private readonly ledger: SpendLedger,
    private readonly clock: Clock,
  ) {}

  /** Whether this model may be asked now. */
  allows(model: ModelEndpoint, use: Use): boolean {
    return !this.arenaSpent(model) && !this.modelSpent(model, use)
  }

  /** Whether the model's own budget is used up; `battle` before `named`, see `shareOf`. */
  modelSpent(model: ModelEndpoint, use: Use): boolean {
    const { budgetPerDay, currency, name } = model
    if (budgetPerDay === undefined || currency === undefined) return false
    const spent = this.ledger.spentOn(name, currency) + (this.held.get(name)?.cost ?? 0)
    const over = spent >= shareOf(budgetPerDay, use, model.anonyOnly)
    if (over) this.tell(name, `The model ${name}`, budgetPerDay, currency)
    return over
  }

  /** Whether the arena's budget is used up for models that are paid in its currency. */
  arenaSpent({ currency }: Pick<ModelEndpoint, 'currency'>): boolean {
    const budget = this.settings.budgetPerDay
    if (!budget || currency !== budget.currency) return false
    const held = [...this.held.values()].filter((each) => each.currency === currency)
    const spent = held.reduce((sum, each) => sum + each.cost, this.ledger.spentIn(currency))
    const over = spent >= budget.amount
    if (over) this.tell('', 'The arena', budget.amount, currency)
    return over
  }

  /** Holds back what an answer may cost, so that those who ask meanwhile do not spend it too. */
  hold(request: AnswerRequest): () => void {
    const { endpoint, parameters } = request
    const { name, currency = 'USD' } = endpoint
    const outputTokens = Math.min(parameters.maxTokens ?? USUAL_TOKENS, USUAL_TOKENS)
    const cost = costOf(endpoint, { inputTokens: promptTokens(request), outputTokens })
    if (!cost) return () => undefined
    this.change(name, currency, cost)
    return () => this.change(name, currency, -cost)
  }

  /** Milliseconds until all budgets are full again. */
  get resetsInMs(): number {
    const now = this.clock.now()
    return startOf(dayOf(now) + 1) - now
  }

  private change(name: string, currency: string, by: number): void {
    const cost = (this.held.get(name)?.cost ?? 0) + by
    // Sums of fractions leave a crumb where nothing is left.
    if (cost > 1e-12) this.held.set(name, { currency, cost })
    else this.held.delete(name)
  }

  /** Once a day, for whoever runs the arena. */
  private tell(name: string, who: string, budget: number, currency: string): void {
    const day = dayOf(this.clock.now())
    if (this.told.day !== day) this.told = { day, names: new Set() }
    if (this.told.names.has(name)) return
    this.told.names.add(name)
    this.logger.warn(
      `${who} has used up its budget of ${budget} ${currency} for ${dateOf(day)} (UTC), as far as battles may use it, and is left out of them until tomorrow.`,
    )
  }
}
