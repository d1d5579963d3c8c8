import { z } from 'zod'
import { LABELS, LANGUAGES } from '#shared/vocabulary'

const REASON_LIMIT = 500
const reason = z.string().trim().min(1).max(REASON_LIMIT)

/** Why an admin does something about votes; it is written down. */
export const Order = z.strictObject({ reason })
export type Order = z.infer<typeof Order>

export const LabelOrder = z
  .strictObject({
    language: z.enum(LANGUAGES).optional(),
    labels: z
      .array(z.enum(LABELS))
      .transform((given) => LABELS.filter((label) => given.includes(label)))
      .optional(),
    reason,
  })
  .refine(({ language, labels }) => language !== undefined || labels !== undefined, {
    error: 'language or labels are needed',
  })
export type LabelOrder = z.infer<typeof LabelOrder>
