import type { SeededRandom } from '../seeded-random.js'

/** The rhythm of one model behind one API. */
export interface SyntheticProvider {
  name: string
  /** Median time to the first token, in milliseconds, and the spread of its logarithm. */
  firstMs: number
  firstSpread: number
  /** Median of the mean rate of an answer, and its spread from answer to answer. */
  tokensPerSecond: number
  rateSpread: number
  /** Tokens that come in one chunk. */
  chunkTokens: number
  /** Spread of the gaps between chunks: 0 is a metronome. */
  jitter: number
  /** Chance that a chunk waits, with the next ones, for a common burst. */
  bursts: number
  /** Median length of an answer in characters; the spread is one for all. */
  length: number
}

export interface Chunk {
  /** Milliseconds since the prompt. */
  at: number
  text: string
}

const CHARACTERS_A_TOKEN = 4
const LENGTH_SPREAD = 0.5

/** Figures in the range of what hosted and local models show; the lengths are as alike as is fair. */
export const SYNTHETIC_PROVIDERS: readonly SyntheticProvider[] = [
  p('large hosted', 1200, 0.3, 45, 0.12, 1, 0.35, 0, 1300),
  p('small hosted', 350, 0.25, 130, 0.1, 1, 0.25, 0, 1050),
  p('in big chunks', 700, 0.3, 150, 0.12, 24, 0.2, 0, 1200),
  p('accelerator', 250, 0.2, 220, 0.08, 6, 0.15, 0, 1100),
  p('thinks first', 4500, 0.4, 80, 0.15, 2, 0.3, 0, 1400),
  p('busy server', 1900, 0.5, 60, 0.25, 3, 0.8, 0.3, 1150),
  p('local card', 500, 0.15, 33, 0.05, 1, 0.05, 0, 1000),
  p('in bursts', 800, 0.3, 90, 0.15, 4, 0.4, 0.6, 1250),
]

function p(
  name: string,
  firstMs: number,
  firstSpread: number,
  tokensPerSecond: number,
  rateSpread: number,
  chunkTokens: number,
  jitter: number,
  bursts: number,
  length: number,
): SyntheticProvider {
  return {
    name,
    firstMs,
    firstSpread,
    tokensPerSecond,
    rateSpread,
    chunkTokens,
    jitter,
    bursts,
    length,
  }
}

/** One answer of this provider, chunk by chunk. */
export function answerOf(provider: SyntheticProvider, random: SeededRandom): Chunk[] {
  const chunks: Chunk[] = []
  const rate = random.logNormal(provider.tokensPerSecond, provider.rateSpread)
  const size = provider.chunkTokens * CHARACTERS_A_TOKEN
  const gap = (1000 * provider.chunkTokens) / rate
  let left = Math.max(20, Math.round(random.logNormal(provider.length, LENGTH_SPREAD)))
  let at = random.logNormal(provider.firstMs, provider.firstSpread)
  let held = 0
  while (left > 0) {
    const wanted = Math.max(1, Math.round(size * (1 + 0.3 * random.normal())))
    const text = 'x'.repeat(Math.min(left, wanted))
    chunks.push({ at, text })
    left -= text.length
    const pause = gap * random.logNormal(1, provider.jitter)
    // In a burst chunks come at once, and what they saved is waited for at its end.
    if (random.next() < provider.bursts) held += pause
    else {
      at += pause + held
      held = 0
    }
  }
  return chunks
}
