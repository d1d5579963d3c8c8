import { Logger } from '@nestjs/common'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseEndpoints } from '#server/config/parse-endpoints'
import { parseSettings } from '#server/config/parse-settings'
import { startOf } from '#server/domain/day'
import { costOf } from '#server/domain/spending/cost'
import { estimateTokens } from '#server/domain/spending/token-estimate'
import type { AnswerRequest } from '#server/provider/model-provider'
import { AnswerMeter } from '#server/provider/spending/answer-meter'
import { Budgets } from '#server/provider/spending/budgets'
import { SpendLedger } from '#server/provider/spending/spend-ledger'
import type { SpendingRow } from '#server/storage/database/spending-row'
import type { SpendingRepository } from '#server/storage/admin/spending.repository'
import { ManualClock } from '../../support/manual-clock.js'

const DAY = 20_000
const NOON = startOf(DAY) + 12 * 3_600_000

const PRICED = { api_type: 'openai', api_key: 'k', input_price: 1, output_price: 2 }

function modelOf(fields: object = {}) {
  const parsed = parseEndpoints(JSON.stringify({ m: { ...PRICED, ...fields } }), {})
  if (!parsed.ok) throw new Error('not a model file')
  return parsed.endpoints[0]!
}

const request = (endpoint = modelOf(), text = 'abcdefgh'): AnswerRequest => ({
  endpoint,
  messages: [{ role: 'user', text }],
  parameters: {},
  seed: '',
})

/** A repository that may be down, and remembers what it was given. */
class Kept {
  rows: SpendingRow[] = []
  down = false
  add(rows: readonly SpendingRow[]): Promise<void> {
    if (this.down) return Promise.reject(new Error('down'))
    this.rows.push(...rows)
    return Promise.resolve()
  }
  since(): Promise<(SpendingRow & { name: string; version: number })[]> {
    return Promise.resolve(this.rows.map((row) => ({ ...row, name: 'm', version: 1 })))
  }
}

function site(env: Record<string, string> = {}, kept = new Kept()) {
  const clock = new ManualClock()
  clock.advance(NOON - clock.now())
  const ledger = new SpendLedger(kept as unknown as SpendingRepository, clock)
  const budgets = new Budgets(parseSettings(env, {}, '/'), ledger, clock)
  return { clock, ledger, budgets, kept }
}

/** Costs one unit of the currency. */
const ONE = { inputTokens: 1_000_000, outputTokens: 0, estimated: false }

let warnings: string[]
beforeEach(() => {
  warnings = []
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((line: string) => warnings.push(line))
  vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined)
})
afterEach(() => vi.restoreAllMocks())

describe('the tokens of an answer', () => {
  it('are those of the provider where it tells them', () => {
    const meter = new AnswerMeter(request())
    meter.take({ type: 'text', text: 'Hello' })
    meter.take({ type: 'usage', usage: { inputTokens: 7, outputTokens: 9 } })
    expect(meter.finish(true)).toEqual({ inputTokens: 7, outputTokens: 9, estimated: false })
  })

  it('are a guess where it tells none, a picture and dense scripts included', () => {
    const seen: AnswerRequest = {
      ...request(),
      messages: [{ role: 'user', text: 'abcdefgh', imageIds: ['x'] }],
    }
    const meter = new AnswerMeter(seen)
    meter.take({ type: 'reasoning', text: '你好，世界' })
    meter.take({ type: 'text', text: 'word'.repeat(10) })
    expect(meter.finish(true)).toEqual({ inputTokens: 1502, outputTokens: 15, estimated: true })
  })

  it('of one that was cut off are at least what came', () => {
    const meter = new AnswerMeter(request())
    meter.take({ type: 'usage', usage: { inputTokens: 7, outputTokens: 1 } })
    meter.take({ type: 'text', text: 'word'.repeat(50) })
    expect(meter.finish(false)).toEqual({ inputTokens: 7, outputTokens: 50, estimated: true })
  })

  it('are none where the provider never took the prompt, and those of the prompt where it did', () => {
    expect(new AnswerMeter(request()).finish(false, 'model_unreachable')).toBeUndefined()
    expect(new AnswerMeter(request()).finish(false, 'answer_timeout')).toEqual({
      inputTokens: 2,
      outputTokens: 0,
      estimated: true,
    })
  })

  it('of a text are never fewer than those of its parts, but for rounding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [whole, parts] = [estimateTokens(a + b), estimateTokens(a) + estimateTokens(b)]
        expect(parts - whole).toBeGreaterThanOrEqual(0)
        expect(parts - whole).toBeLessThanOrEqual(1)
      }),
      { seed: 5 },
    )
  })
})

it('a cost needs both prices', () => {
  const tokens = { inputTokens: 1_000_000, outputTokens: 500_000 }
  expect(costOf({ inputPrice: 1, outputPrice: 2 }, tokens)).toBe(2)
  expect(costOf({ inputPrice: 1 }, tokens)).toBeUndefined()
})

describe('the budget of a model', () => {
  const model = modelOf({ budget_per_day: 10 })

  it('is for battles up to nine tenths, and for those who ask by name to its end', () => {
    const { budgets, ledger } = site()
    const allowed = () => [budgets.allows(model, 'battle'), budgets.allows(model, 'named')]
    for (let spent = 0; spent < 8; spent += 1) ledger.book(model, ONE)
    expect(allowed()).toEqual([true, true])
    ledger.book(model, ONE)
    expect(allowed()).toEqual([false, true])
    ledger.book(model, ONE)
    expect(allowed()).toEqual([false, false])
  })

  it('is all for battles where nobody can ask by name', () => {
    const { budgets, ledger } = site()
    const hidden = modelOf({ budget_per_day: 10, anony_only: true })
    for (let spent = 0; spent < 9; spent += 1) ledger.book(hidden, ONE)
    expect(budgets.allows(hidden, 'battle')).toBe(true)
    ledger.book(hidden, ONE)
    expect(budgets.allows(hidden, 'battle')).toBe(false)
  })

  it('is full again at midnight by UTC, and tells once a day that it is used up', () => {
    const { budgets, ledger, clock } = site()
    for (let spent = 0; spent < 10; spent += 1) ledger.book(model, ONE)
    expect(budgets.resetsInMs).toBe(12 * 3_600_000)
    budgets.allows(model, 'battle')
    budgets.allows(model, 'named')
    expect(warnings).toEqual([expect.stringMatching(/The model m .* 10 USD .*2024-10-04/)])
    clock.advance(12 * 3_600_000)
    expect(budgets.allows(model, 'battle')).toBe(true)
  })

  it('counts what answers on their way may cost, until they have ended', () => {
    const { budgets } = site()
    const small = modelOf({ budget_per_day: 0.001 })
    const release = budgets.hold(request(small))
    expect(budgets.allows(small, 'named')).toBe(false)
    release()
    expect(budgets.allows(small, 'named')).toBe(true)
  })

  it('goes with its name, so that another system prompt has no budget of its own', () => {
    const { budgets, ledger } = site()
    for (let spent = 0; spent < 10; spent += 1) ledger.book(model, ONE)
    const changed = modelOf({ budget_per_day: 10, system_prompt: 'Be brief.' })
    expect(changed.versionId).not.toBe(model.versionId)
    expect(budgets.allows(changed, 'named')).toBe(false)
  })

  it('is a warning of the model file where there are no prices', () => {
    const file = { m: { api_type: 'openai', api_key: 'k', budget_per_day: 1 } }
    expect(parseEndpoints(JSON.stringify(file), {})).toMatchObject({
      ok: true,
      warnings: [{ path: 'm.budget_per_day' }],
    })
  })
})

describe('the budget of the arena', () => {
  it('is of all models in its currency, and of no other', () => {
    const { budgets, ledger } = site({ BUDGET_PER_DAY: '2 EUR' })
    const [euros, dollars] = [modelOf({ currency: 'EUR' }), modelOf()]
    const spent = () => [budgets.allows(euros, 'named'), budgets.allows(dollars, 'named')]
    for (let each = 0; each < 5; each += 1) ledger.book(dollars, ONE)
    expect(spent()).toEqual([true, true])
    ledger.book(euros, ONE)
    ledger.book({ ...euros, name: 'other' }, ONE)
    expect(spent()).toEqual([false, true])
  })
})

describe('what was spent', () => {
  it('is on the disk within a second, and there again after a restart', async () => {
    const { ledger, clock, kept } = site()
    ledger.book(modelOf(), ONE)
    ledger.book(modelOf(), { ...ONE, estimated: true })
    expect(kept.rows).toEqual([])
    clock.advance(1_000)
    await Promise.resolve()
    expect(kept.rows).toEqual([
      expect.objectContaining({ day: DAY, currency: 'USD', answers: 2, estimated: 1, cost: 2 }),
    ])
    const again = site({}, kept)
    await again.ledger.onModuleInit()
    expect(again.ledger.spentOn('m', 'USD')).toBe(2)
    expect(again.ledger.spentIn('USD')).toBe(2)
  })

  it('is not forgotten while the database is down', async () => {
    const { ledger, kept } = site()
    ledger.book(modelOf(), ONE)
    kept.down = true
    await ledger.write()
    ledger.book(modelOf(), ONE)
    kept.down = false
    await ledger.write()
    expect(kept.rows).toEqual([expect.objectContaining({ answers: 2, cost: 2 })])
  })

  it('of an answer that ends while the arena closes is written at once', async () => {
    const { ledger, kept } = site()
    await ledger.beforeApplicationShutdown()
    ledger.book(modelOf(), ONE)
    await Promise.resolve()
    expect(kept.rows).toHaveLength(1)
  })
})
