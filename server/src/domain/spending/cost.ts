import type { Model } from '../model/model.js'

const MILLION = 1_000_000

export interface Tokens {
  inputTokens: number
  outputTokens: number
}

/** In the model's currency, by its prices per million tokens; undefined without both prices. */
export function costOf(
  { inputPrice, outputPrice }: Pick<Model, 'inputPrice' | 'outputPrice'>,
  { inputTokens, outputTokens }: Tokens,
): number | undefined {
  if (inputPrice === undefined || outputPrice === undefined) return undefined
  return (inputTokens * inputPrice + outputTokens * outputPrice) / MILLION
}
