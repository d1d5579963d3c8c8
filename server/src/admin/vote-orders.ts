import { z } from 'zod'
import { Reason } from '#shared/protocol/admin-common'
import { LABELS, LANGUAGES } from '#shared/vocabulary'

export const LabelOrder = z
  .strictObject({
    language: z.enum(LANGUAGES).optional(),
    labels: z
      .array(z.enum(LABELS))
      .transform((given) => LABELS.filter((label) => given.includes(label)))
      .optional(),
    reason: Reason,
  })
  .refine(({ language, labels }) => language !== undefined || labels !== undefined, {
    error: 'language or labels are needed',
  })
export type LabelOrder = z.infer<typeof LabelOrder>
