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
import { holds } from '../../support/holds.js'

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
    expect(meter.finish(true, 0)).toEqual({ inputTokens: 7, outputTokens: 9, estimated: false })
  })

  it('are a guess where it tells none, a picture and dense scripts included', () => {
    const seen: AnswerRequest = {
      ...request(),
      messages: [{ role: 'user', text: 'abcdefgh', imageIds: ['x'] }],
    }
    const meter = new AnswerMeter(seen)
    meter.take({ type: 'reasoning', text: '你好，世界' })
    meter.take({ type: 'text', text: 'word'.repeat(10) })
    expect(meter.finish(true, 0)).toEqual({ inputTokens: 1502, outputTokens: 15, estimated: true })
  })

  it('of one that was cut off are at least what came', () => {
    const meter = new AnswerMeter(request())
    meter.take({ type: 'usage', usage: { inputTokens: 7, outputTokens: 1 } })
    meter.take({ type: 'text', text: 'word'.repeat(50) })
    expect(meter.finish(false, 0)).toEqual({ inputTokens: 7, outputTokens: 50, estimated: true })
  })

  it('are none where the provider never took the prompt, and those of the prompt where it did', () => {
    expect(new AnswerMeter(request()).finish(false, 0, 'model_unreachable')).toBeUndefined()
    expect(new AnswerMeter(request()).finish(false, 60_000, 'answer_timeout')).toEqual({
      inputTokens: 2,
      outputTokens: 0,
      estimated: true,
    })
  })

  it('of a model that thinks unheard, and is stopped or runs out of time, are a guess by that time', () => {
    const thinker = modelOf({ model_name: 'gpt-5' })
    const after = (tookMs: number, failure?: 'answer_timeout') =>
      new AnswerMeter(request(thinker)).finish(false, tookMs, failure)?.outputTokens
    expect([after(50_000), after(50_000, 'answer_timeout'), after(600_000)]).toEqual([
      5_000, 5_000, 32_000,
    ])
    const told = new AnswerMeter(request(thinker))
    told.take({ type: 'usage', usage: { outputTokens: 12 } })
    expect(told.finish(false, 50_000)?.outputTokens).toBe(12)
  })

  it('of a text are never fewer than those of its parts, but for rounding', () => {
    holds(
      'tokens-of-parts',
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [whole, parts] = [estimateTokens(a + b), estimateTokens(a) + estimateTokens(b)]
        expect(parts - whole).toBeGreaterThanOrEqual(0)
        expect(parts - whole).toBeLessThanOrEqual(1)
      }),
    )
  })
})

it('a cost needs both prices', () => {
  const tokens = { inputTokens: 1_000_000, outputTokens: 500_000 }
  expect(costOf({ inputPrice: 1, outputPrice: 2 }, tokens)).toBe(2)
  expect(costOf({ inputPrice: 1 }, tokens)).toBeUndefined()
})

describe('the budget of a model', () => {
  /** Of which no answer costs anything to speak of. */
  const model = modelOf({ budget_per_day: 10, max_tokens: 1 })

  it('is for battles up to nine tenths, and for those who ask by name to its end', () => {
    const { budgets, ledger } = site()
    const rooms = () => [budgets.roomFor(model, 'battle'), budgets.roomFor(model, 'named')]
    for (let spent = 0; spent < 8; spent += 1) ledger.book(model, ONE)
    expect(rooms()).toEqual(['free', 'free'])
    ledger.book(model, ONE)
    expect(rooms()).toEqual(['spent', 'free'])
    ledger.book(model, ONE)
    expect(rooms()).toEqual(['spent', 'spent'])
  })

  it('is all for battles where nobody can ask by name', () => {
    const { budgets, ledger } = site()
    const hidden = modelOf({ budget_per_day: 10, max_tokens: 1, anony_only: true })
    for (let spent = 0; spent < 9; spent += 1) ledger.book(hidden, ONE)
    expect(budgets.roomFor(hidden, 'battle')).toBe('free')
    ledger.book(hidden, ONE)
    expect(budgets.roomFor(hidden, 'battle')).toBe('spent')
  })

  it('is full again at midnight by UTC, and tells once a day that it is used up', () => {
    const { budgets, ledger, clock } = site()
    for (let spent = 0; spent < 10; spent += 1) ledger.book(model, ONE)
    expect(budgets.resetsInMs).toBe(12 * 3_600_000)
    budgets.roomFor(model, 'battle')
    budgets.roomFor(model, 'named')
    expect(warnings).toEqual([expect.stringMatching(/The model m .* 10 USD .*2024-10-04/)])
    clock.advance(12 * 3_600_000)
    expect(budgets.roomFor(model, 'battle')).toBe('free')
  })

  it('counts what answers on their way may cost, until they have ended', () => {
    const { budgets } = site()
    // Room for three of 20,000 tokens, each of which may cost 0.04.
    const long = { parameters: { maxTokens: 20_000 } }
    const small = modelOf({ budget_per_day: 0.13, max_tokens: 20_000 })
    const asked = { ...request(small), ...long }
    const releases = [1, 2, 3].map(() => {
      expect(budgets.roomForAll([asked], 'named')).toBe('free')
      return budgets.hold(asked)
    })
    expect(budgets.roomForAll([asked], 'named')).toBe('held')
    expect(budgets.roomFor(small, 'named')).toBe('held')
    expect(budgets.modelSpent(small, 'named')).toBe(false)
    releases[0]!()
    expect(budgets.roomForAll([asked], 'named')).toBe('free')
    expect(warnings).toEqual([])
  })

  it('lets nothing begin that could go over it: the prompt counts, and the longest answer', () => {
    const { budgets, ledger } = site()
    const small = modelOf({ budget_per_day: 1, max_tokens: 100_000 })
    // 0.2 for the answer, and a token of the prompt for a millionth.
    const withPrompt = (letters: number) => ({
      ...request(small, 'word'.repeat(letters / 4)),
      parameters: { maxTokens: 100_000 },
    })
    expect(budgets.roomForAll([withPrompt(3_200_000)], 'named')).toBe('free')
    expect(budgets.roomForAll([withPrompt(3_200_004)], 'named')).toBe('spent')
    expect(warnings).toEqual([])
    ledger.book(small, { inputTokens: 800_000, outputTokens: 0, estimated: false })
    expect(budgets.roomFor(small, 'named')).toBe('free')
    ledger.book(small, { inputTokens: 1, outputTokens: 0, estimated: false })
    expect(budgets.roomFor(small, 'named')).toBe('spent')
  })

  it('is asked for all sides of a conversation at once', () => {
    const { budgets } = site()
    // Room for one and a half answers of 0.2.
    const small = modelOf({ budget_per_day: 0.3, max_tokens: 100_000 })
    const asked = { ...request(small, ''), parameters: { maxTokens: 100_000 } }
    const other = { ...asked, endpoint: { ...small, name: 'other' } }
    expect(budgets.roomForAll([asked], 'named')).toBe('free')
    expect(budgets.roomForAll([asked, other], 'named')).toBe('free')
    expect(budgets.roomForAll([asked, asked], 'named')).toBe('spent')
    const release = budgets.hold({ ...asked, seed: '' })
    expect(budgets.roomForAll([other], 'named')).toBe('free')
    expect(budgets.roomForAll([other, asked], 'named')).toBe('held')
    release()
  })

  it('is not held back by one answer of a length that somebody chose', () => {
    const { budgets } = site({ BUDGET_PER_DAY: '1' })
    const long = (maxTokens: number, endpoint = modelOf({ budget_per_day: 10 })) => ({
      ...request(endpoint, ''),
      parameters: { maxTokens },
    })
    // A tenth of the arena's is less than one of the model's.
    expect(budgets.tooDear(long(50_000))).toBe(false)
    expect(budgets.tooDear(long(50_001))).toBe(true)
    const other = modelOf({ budget_per_day: 0.1, currency: 'EUR' })
    expect(budgets.tooDear(long(5_000, other))).toBe(false)
    expect(budgets.tooDear(long(5_001, other))).toBe(true)
    // What the operator has set is no choice of theirs.
    expect(budgets.tooDear(long(500_000, modelOf({ max_tokens: 500_000 })))).toBe(false)
    expect(budgets.tooDear(long(4_096, modelOf({ budget_per_day: 0.001 })))).toBe(false)
    expect(budgets.tooDear(long(1_000_000, modelOf({ currency: 'JPY' })))).toBe(false)
  })

  it('takes 4,096 tokens for the longest answer where nobody has set one', () => {
    const { budgets } = site()
    expect(budgets.roomFor(modelOf({ budget_per_day: 0.008_192 }), 'named')).toBe('free')
    expect(budgets.roomFor(modelOf({ budget_per_day: 0.008_191 }), 'named')).toBe('spent')
  })

  it('goes with its name, so that another system prompt has no budget of its own', () => {
    const { budgets, ledger } = site()
    for (let spent = 0; spent < 10; spent += 1) ledger.book(model, ONE)
    const changed = modelOf({ budget_per_day: 10, max_tokens: 1, system_prompt: 'Be brief.' })
    expect(changed.versionId).not.toBe(model.versionId)
    expect(budgets.roomFor(changed, 'named')).toBe('spent')
  })

  it.each([
    ['no price', {}],
    ['one price', { input_price: 1 }],
  ])(
    'is a fault of the model file where there is %s, since it would limit nothing',
    (_, prices) => {
      const m = { api_type: 'openai', api_key: 'k', budget_per_day: 1, ...prices }
      expect(parseEndpoints(JSON.stringify({ m }), {})).toMatchObject({
        ok: false,
        faults: [{ path: 'm.budget_per_day' }],
      })
    },
  )

  it.each([
    ['no answer of full length fits into it', { max_tokens: 500_001 }, 1],
    ['one does', { max_tokens: 500_000 }, 0],
    ['one does where battles may use all of it', { max_tokens: 550_000, anony_only: true }, 0],
  ])('has a warning of the model file where %s', (_, fields, count) => {
    // Battles may use 1 of it.
    const m = { ...PRICED, budget_per_day: 1 / 0.9, ...fields }
    const parsed = parseEndpoints(JSON.stringify({ m }), {})
    expect(parsed.ok && parsed.warnings.map(({ path }) => path)).toEqual(
      Array<string>(count).fill('m.budget_per_day'),
    )
  })
})

describe('the budget of the arena', () => {
  it('is of all models in its currency, and of no other', () => {
    const { budgets, ledger } = site({ BUDGET_PER_DAY: '2 EUR' })
    const [euros, dollars] = [modelOf({ currency: 'EUR' }), modelOf()]
    const rooms = () => [budgets.roomFor(euros, 'named'), budgets.roomFor(dollars, 'named')]
    for (let each = 0; each < 5; each += 1) ledger.book(dollars, ONE)
    expect(rooms()).toEqual(['free', 'free'])
    ledger.book(euros, ONE)
    ledger.book({ ...euros, name: 'other' }, ONE)
    expect(rooms()).toEqual(['spent', 'free'])
  })
})

describe('a battle', () => {
  it('draws nobody where the budget of the arena has room for one of two answers only', () => {
    const { budgets, ledger } = site({ BUDGET_PER_DAY: '1' })
    const model = modelOf({ max_tokens: 100_000 })
    const asked = { ...request(model, ''), parameters: model.recommended }
    expect(budgets.roomInBattle(asked)).toBe('free')
    // Room for one and a half of 0.2.
    ledger.book(model, { inputTokens: 700_000, outputTokens: 0, estimated: false })
    expect(budgets.roomFor(model, 'battle')).toBe('free')
    expect(budgets.roomInBattle(asked)).toBe('spent')
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
