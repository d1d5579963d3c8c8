import { Injectable } from '@nestjs/common'
import type {
  AdminDaySpend,
  AdminModelSpend,
  AdminSpend,
  BudgetState,
} from '#shared/protocol/spend'
import { ModelCatalog } from '../config/model-catalog.js'
import type { ModelEndpoint } from '../config/model-endpoint.js'
import { Settings } from '../config/settings.js'
import { dateOf, dayOf, startOf } from '../domain/day.js'
import { Clock } from '../domain/ports.js'
import { Budgets } from '../provider/spending/budgets.js'
import { SpendLedger } from '../provider/spending/spend-ledger.js'
import { SpendingRepository } from '../storage/admin/spending.repository.js'

type SpendingOfDay = Awaited<ReturnType<SpendingRepository['since']>>[number]

/** Money, as whoever pays it sees it. */
@Injectable()
export class SpendService {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly settings: Settings,
    private readonly ledger: SpendLedger,
    private readonly budgets: Budgets,
    private readonly spending: SpendingRepository,
    private readonly clock: Clock,
  ) {}

  async show(days: number): Promise<AdminSpend> {
    const today = dayOf(this.clock.now())
    // What was booked a moment ago is shown too.
    await this.ledger.write()
    const rows = await this.spending.since(today - days + 1)
    const models = this.catalog.all().filter(({ demo }) => !demo)
    return {
      today: dateOf(today),
      resetsAt: startOf(today + 1),
      ...this.arena(),
      models: models.map((model) => this.model(model)),
      days: rows.map(presentDay),
    }
  }

  private arena(): Pick<AdminSpend, 'arena'> {
    const budget = this.settings.budgetPerDay
    if (!budget) return {}
    const { amount, currency } = budget
    const spentToday = this.ledger.spentIn(currency)
    const counted = this.catalog
      .all()
      .filter((model) => model.available && model.currency === currency)
    const spent = counted.length > 0 && counted.every((model) => this.budgets.arenaSpent(model))
    const state = spent || spentToday >= amount ? 'spent' : 'ok'
    return { arena: { budgetPerDay: amount, currency, spentToday, state } }
  }

  private model(model: ModelEndpoint): AdminModelSpend {
    const { name, budgetPerDay, inputPrice, outputPrice } = model
    const priced = inputPrice !== undefined && outputPrice !== undefined
    const currency = priced ? model.currency : undefined
    return {
      name,
      ...(currency !== undefined && { currency }),
      spentToday: this.ledger.spentOn(name, currency ?? ''),
      ...(budgetPerDay !== undefined && { budgetPerDay }),
      state: this.stateOf(model),
    }
  }

  private stateOf(model: ModelEndpoint): BudgetState {
    if (this.budgets.modelSpent(model, 'named')) return 'spent'
    return this.budgets.modelSpent(model, 'battle') ? 'out_of_draw' : 'ok'
  }
}

const presentDay = ({
  day,
  name,
  version,
  answers,
  estimated,
  inputTokens,
  outputTokens,
  cost,
  currency,
}: SpendingOfDay): AdminDaySpend => ({
  day: dateOf(day),
  name,
  version,
  answers,
  estimated,
  inputTokens,
  outputTokens,
  cost,
  ...(currency !== '' && { currency }),
})
