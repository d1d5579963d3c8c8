import type { Mode } from './vocabulary.js'

/** Code points of one prompt. */
export const PROMPT_LIMIT: Record<Mode, number> = {
  battle: 30_000,
  'side-by-side': 12_000,
  direct: 12_000,
}

export const TURN_LIMIT = 50

/** Bytes of one socket frame; 30,000 Chinese characters are 90 KB of UTF-8. */
export const FRAME_BYTES = 256 * 1024

/** The least and the most of what may be set for an answer. */
export const PARAMETER_RANGES = {
  temperature: [0, 2],
  topP: [0, 1],
  maxTokens: [1, 1_000_000],
} as const

export const SYSTEM_PROMPT_LIMIT = 12_000
/** Reasons that may be offered for a vote on one side, and code points of one. */
export const REASON_COUNT = 12
export const REASON_LIMIT = 40
export const COMMENT_LIMIT = 2_000
export const TITLE_LIMIT = 120
export const PAGE_SIZE = 30
/** Of what is looked for in a history, as JavaScript counts. */
export const SEARCH_LIMIT = 100

/** Pictures of one message. */
export const IMAGES_PER_TURN = 4
/**
 * Pictures of one conversation: all of them go along with every later turn. With more than 20 in a request
 * Anthropic takes only smaller ones, and 20 of a megabyte fit into its 32 MB.
 */
export const IMAGES_PER_CONVERSATION = 20
/** Bytes of one uploaded picture. */
export const IMAGE_BYTES = 10 * 1024 * 1024
export const IMAGE_PIXELS = 25_000_000

/** Length as people count it: one for each code point, so that an emoji or a rare Han character is one. */
export function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/**
 * How often a side of a battle may be asked anew alone after it was stopped: each time shows its model's rhythm once
 * more, and gives it one more chance. A vote after more than one is not rated.
 */
export const MOST_REASKED = 2
