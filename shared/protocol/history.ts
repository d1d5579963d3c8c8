import { z } from 'zod'
import { SEARCH_LIMIT, TITLE_LIMIT, codePoints } from '../limits.js'
import type { Choice, Mode } from '../vocabulary.js'
import { Id } from './common.js'

export const ConversationPatch = z
  .strictObject({
    title: z
      .string()
      .trim()
      .min(1)
      .refine((text) => codePoints(text) <= TITLE_LIMIT, {
        error: `at most ${TITLE_LIMIT} characters`,
      })
      .optional(),
    /** Whether it stands on top of its owner's history. */
    pinned: z.boolean().optional(),
  })
  .refine(({ title, pinned }) => title !== undefined || pinned !== undefined, {
    error: 'expected a title or pinned',
  })
export type ConversationPatch = z.infer<typeof ConversationPatch>

/**
 * The last row seen: pinned or not, by time, and by id, since several conversations may be of the same
 * millisecond.
 */
export const HistoryCursor = z.codec(
  z
    .string()
    .regex(/^[01]\.\d{1,15}\.[\w-]{1,64}$/, { error: 'expected the next of an earlier page' }),
  z.object({ pinned: z.literal([0, 1]), updatedAt: z.number(), id: Id }),
  {
    decode: (text) => {
      const [pinned, updatedAt, id = ''] = text.split('.')
      return {
        pinned: pinned === '1' ? (1 as const) : (0 as const),
        updatedAt: Number(updatedAt),
        id,
      }
    },
    encode: ({ pinned, updatedAt, id }) => `${pinned}.${updatedAt}.${id}`,
  },
)
export type HistoryCursor = z.infer<typeof HistoryCursor>

export const ConversationPage = z.strictObject({
  before: HistoryCursor.optional(),
  /** Only conversations with each of these words in their title or their prompts, in any case. */
  search: z.string().trim().max(SEARCH_LIMIT).optional(),
})
export type ConversationPage = z.infer<typeof ConversationPage>

/** A row of the person's own history. */
export interface ConversationSummary {
  conversationId: string
  mode: Mode
  title: string
  createdAt: number
  updatedAt: number
  turns: number
  /** A battle that its owner has not voted on: a vote in its grace is one. */
  unvoted: boolean
  /** The last turn has an answer without a proper end: no vote and no reveal before it has been tried again. */
  failed: boolean
  pinned: boolean
  choice?: Choice
  /** Named modes, and battles after the reveal. */
  models?: string[]
}

export interface ConversationList {
  conversations: ConversationSummary[]
  /** Where there are more: what the next page is asked for with, as `before`. */
  next?: string
}
