import { z } from 'zod'

/** `POST /api/access`: a code for this session. */
export const AccessEntry = z.strictObject({ code: z.string().trim().min(1).max(64) })
export type AccessEntry = z.infer<typeof AccessEntry>

const LABEL_LIMIT = 80
const HOUR_LIMIT = 24 * 366

/** `POST /api/admin/access/codes` */
export const AccessCodeOrder = z.strictObject({
  /** For whom it is. */
  label: z.string().trim().max(LABEL_LIMIT).optional(),
  /** Hours until it lets nobody in any more; absent: it stays valid. */
  hours: z.number().positive().max(HOUR_LIMIT).optional(),
})
export type AccessCodeOrder = z.infer<typeof AccessCodeOrder>

/** What an admin sees of a code; times in milliseconds since the epoch. */
export interface AdminAccessCode {
  id: string
  label: string
  state: 'valid' | 'expired' | 'revoked'
  createdAt: number
  expiresAt?: number
  revokedAt?: number
  /** People who came in by it. */
  people: number
}

/** `GET /api/admin/access/codes` */
export interface AdminAccess {
  /** Whether a code is asked for at all. */
  access: 'open' | 'code'
  codes: AdminAccessCode[]
}

/** The answer to a new code: the only time that it is told. */
export interface NewAccessCode {
  id: string
  code: string
  link: string
}
