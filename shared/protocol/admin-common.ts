import { z } from 'zod'
import { Id } from './common.js'

// What the parts of `/api/admin/*` have in common. Times are milliseconds since the epoch.

/** A page of a list goes on where the last one ended: `<time>.<id>` of its last row. */
export const Place = z.codec(
  z.string().regex(/^\d{1,15}\.[\w-]{1,64}$/, { error: 'expected the next of an earlier page' }),
  z.object({ at: z.number(), id: Id }),
  {
    decode: (text) => {
      const dot = text.indexOf('.')
      return { at: Number(text.slice(0, dot)), id: text.slice(dot + 1) }
    },
    encode: ({ at, id }) => `${at}.${id}`,
  },
)
export type Place = z.infer<typeof Place>

/** Why an admin does something; it is written down. */
export const Reason = z.string().trim().min(1).max(500)
export const Order = z.strictObject({ reason: Reason })
export type Order = z.infer<typeof Order>
