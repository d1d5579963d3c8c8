import { z } from 'zod'

/** The pages whose words the operator may set. */
export const TEXT_PAGES = ['about', 'terms', 'privacy'] as const
export type TextPage = (typeof TEXT_PAGES)[number]

/** `GET /api/pages/:page` */
export const PageQuery = z.strictObject({
  /** The reader's, such as `zh-CN`. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

export interface PageText {
  /** Whether these are the operator's words. */
  own: boolean
  /** Absent where the operator's file names none. */
  language?: string
  /** Absent where the page is drawn by the client itself. */
  markdown?: string
}

/** `GET /api/consent`: whether this session has to agree to the terms and the privacy notice before it can send. */
export interface ConsentState {
  asked: boolean
  /** Of the two texts as they are now. */
  version: string
  /** `outdated`: to another version of them. */
  given: 'yes' | 'never' | 'outdated'
}

/** `POST /api/consent`: to the texts of this version. */
export const ConsentGiven = z.strictObject({ version: z.string().min(1).max(64) })
export type ConsentGiven = z.infer<typeof ConsentGiven>
