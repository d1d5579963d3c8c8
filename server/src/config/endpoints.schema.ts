import { z } from 'zod'
import { PARAMETER_RANGES } from '#shared/limits'
import { API_TYPES } from '#shared/vocabulary'
import { isHttpUrl } from './setting-types.js'

/** The demo models are built in and never in the file. */
const FILE_API_TYPES = API_TYPES.filter((type) => type !== 'demo')

const text = z.string({ error: 'expected a text' })
const filledText = text.trim().min(1, { error: 'expected a text that is not empty' })
const flag = z.boolean({ error: 'expected true or false' })

const number = (from: number, to: number) => {
  const error =
    to === Infinity
      ? `expected a number of at least ${from}`
      : `expected a number from ${from} to ${to}`
  return z.number({ error }).min(from, { error }).max(to, { error })
}

const wholeNumber = (from: number, to: number) => {
  const error = `expected a whole number from ${from} to ${to}`
  return z.int({ error }).min(from, { error }).max(to, { error })
}

const object = { error: 'expected an object' }
const tokens = wholeNumber(...PARAMETER_RANGES.maxTokens)
const price = number(0, Infinity)
const currency = text
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, { error: 'expected the three letters of a currency, such as EUR' })
const aDay = 24 * 60 * 60 * 1000
const milliseconds = wholeNumber(1, aDay)

const address = text.refine(isHttpUrl, {
  error: 'expected an address that begins with http:// or https://',
})

/** Names and values that an HTTP request may carry (RFC 9110). */
const headers = z.record(
  z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/),
  text.regex(/^[\t\x20-\x7e\x80-\xff]*$/, { error: 'expected a text without line breaks' }),
  {
    error: ({ code }) =>
      code === 'invalid_key' ? 'expected the name of an HTTP header' : 'expected an object',
  },
)

const RecommendedConfig = z.object(
  {
    temperature: number(...PARAMETER_RANGES.temperature),
    top_p: number(...PARAMETER_RANGES.topP),
    max_new_tokens: tokens,
  },
  object,
)

const Timeouts = z.object(
  { first_content_ms: milliseconds, stall_ms: milliseconds, total_ms: milliseconds },
  object,
)

/** What an entry of the model file may say, in the order in which it is documented. */
export const EntryFields = {
  api_type: z
    .enum(FILE_API_TYPES, { error: `expected one of ${FILE_API_TYPES.join(', ')}` })
    .describe('The API behind the model. Absent: recognised by the model’s name.'),
  model_name: filledText.describe(
    'What the provider calls the model. Absent: the entry’s own name.',
  ),
  api_base: address.describe('Address of the API. Absent or null: the provider’s own.'),
  api_key: text.describe('The key. Absent, null or empty: the provider’s own variable.'),
  anony_only: flag.describe('Only for battles: hidden from the named modes. Default false.'),
  'text-arena': flag.describe('Takes part with text. Default true.'),
  'vision-arena': flag.describe('May see images. Default false.'),
  recommended_config: RecommendedConfig.partial().describe(
    'temperature, top_p, max_new_tokens: sent where the person set nothing. Default: nothing is sent, but see max_tokens.',
  ),
  max_tokens: tokens.describe(
    'The same as recommended_config.max_new_tokens, which wins over it. Without either, anthropic_message sends 4096 (32000 to a model that thinks, whose thoughts count too), since that API demands a maximum; the others send none.',
  ),
  system_prompt: text.describe('System prompt of every conversation without one of its own.'),
  custom_system_prompt: flag.describe(
    'Understood and without effect: the text itself belongs in system_prompt.',
  ),
  weight: number(0, Infinity).describe(
    'Share of the draws relative to others: above 1 a boost, 0 none, as in an outage. Default 1.',
  ),
  deprecated: flag.describe('Stays on the board, is no longer drawn or offered. Default false.'),
  organization: filledText.describe('Who made the model.'),
  license: filledText.describe('Its licence.'),
  open_weights: flag.describe(
    'Whether anybody may run it, for the filter of the leaderboard. Absent: told from the licence.',
  ),
  link: address.describe('A page about it.'),
  description: filledText.describe('One sentence about it.'),
  knowledge_cutoff: filledText.describe('Until when it knows the world, such as 2026-04.'),
  context_window: wholeNumber(1, 1_000_000_000).describe('Tokens that it can read at once.'),
  input_price: price.describe('Price of a million tokens that it reads.'),
  output_price: price.describe('Price of a million tokens that it writes.'),
  currency: currency.describe('Currency of the prices. Default USD.'),
  budget_per_day: price.describe(
    'What it may cost in a day by UTC, in its currency, by its prices, both of which it needs. An answer begins only where one of max_tokens (4096 where unset, 32000 of a model that thinks) still fits. Used up, it is left out of battles (from nine tenths on) and says so to those who ask by name.',
  ),
  timeouts: Timeouts.partial().describe(
    'Milliseconds: first_content_ms until the first piece of the answer (30000), stall_ms between two pieces (20000), total_ms for all of it (300000); 180000, 60000 and 600000 for a model that name or extra_body show to think first.',
  ),
  headers: headers.describe('Further HTTP headers of each request.'),
  extra_body: z
    .record(z.string(), z.unknown(), object)
    .describe('Merged into the body of each request as it is.'),
  aliases: z
    .array(filledText, { error: 'expected a list' })
    .describe('Other names that the model may call itself.'),
}

export const Entry = z.object(EntryFields, object).partial()
export type Entry = z.infer<typeof Entry>

/** Fields of the objects inside an entry whose names are known too. */
export const NESTED_FIELDS: Record<string, readonly string[]> = {
  recommended_config: Object.keys(RecommendedConfig.shape),
  timeouts: Object.keys(Timeouts.shape),
}
