import { z } from 'zod'

const DAYS_LIMIT = 366

/** `GET /api/admin/spend?days=`: so many days, today among them; 30 unless asked. */
export const SpendQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(DAYS_LIMIT).default(30),
})
export type SpendQuery = z.infer<typeof SpendQuery>

/** `ok`; `out_of_draw`: battles leave it alone, and what is left is for those who ask by name; `spent`. */
export type BudgetState = 'ok' | 'out_of_draw' | 'spent'

export interface AdminModelSpend {
  name: string
  /** Absent where the file gives it no prices: it is counted in tokens only. */
  currency?: string
  spentToday: number
  budgetPerDay?: number
  state: BudgetState
}

/** What a model version cost on a day. */
export interface AdminDaySpend {
  /** `2026-11-27`, by UTC. */
  day: string
  name: string
  version: number
  answers: number
  /** Of them, those whose tokens are a guess of ours. */
  estimated: number
  inputTokens: number
  outputTokens: number
  cost: number
  /** Absent where it had no prices. */
  currency?: string
}

export interface AdminSpend {
  /** `2026-11-27`, by UTC. */
  today: string
  /** When the day ends and all budgets are full again, in milliseconds since the epoch. */
  resetsAt: number
  /** The budget of all models together, where one is set. */
  arena?: { budgetPerDay: number; currency: string; spentToday: number; state: BudgetState }
  models: AdminModelSpend[]
  days: AdminDaySpend[]
}
