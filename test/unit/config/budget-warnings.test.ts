import { describe, expect, it } from 'vitest'
import { budgetWarnings } from '#server/config/budget-warnings'
import { DEMO_MODELS } from '#server/config/demo-models'
import { parseEndpoints } from '#server/config/parse-endpoints'

const modelsOf = (fields: Record<string, unknown>, env = { OPENAI_API_KEY: 'key' }) => {
  const parsed = parseEndpoints(JSON.stringify({ 'gpt-4o': fields }), env)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.endpoints
}
const warned = (fields: Record<string, unknown>, env?: { OPENAI_API_KEY: string }) =>
  budgetWarnings(modelsOf(fields, env), { budgetPerDay: { amount: 20, currency: 'USD' } }).map(
    ({ path }) => path,
  )
const PRICES = { input_price: 1, output_price: 2 }

describe('a daily budget of the arena', () => {
  it.each([
    ['no prices', {}, ['gpt-4o.input_price']],
    ['one price', { input_price: 1 }, ['gpt-4o.output_price']],
    ['another currency', { ...PRICES, currency: 'EUR' }, ['gpt-4o.currency']],
    ['both prices', PRICES, []],
    [
      'room for no answer of full length',
      { input_price: 1, output_price: 40, max_tokens: 500_001 },
      ['gpt-4o.max_tokens'],
    ],
    ['room for one', { input_price: 1, output_price: 40, max_tokens: 500_000 }, []],
    ['prices of nothing', { input_price: 0, output_price: 0 }, []],
    ['its own currency in small letters', { ...PRICES, currency: 'usd' }, []],
    ['no prices, but nobody is asked any more', { deprecated: true }, []],
  ])(
    'has a warning for each model that it does not count, or has no room for: %s',
    (_what, fields, paths) => {
      expect(warned(fields)).toEqual(paths)
    },
  )

  it('has none for models without a key, for demo models, and where there is no budget', () => {
    expect(warned({}, { OPENAI_API_KEY: '' })).toEqual([])
    const budgetPerDay = { amount: 1, currency: 'USD' }
    expect(budgetWarnings(DEMO_MODELS, { budgetPerDay })).toEqual([])
    expect(budgetWarnings(modelsOf({}), { budgetPerDay: undefined })).toEqual([])
  })
})
