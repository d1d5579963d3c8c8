import { z } from 'zod'

/** Which board: an empty slice is the overall one. */
export const Slice = z.strictObject({
  category: z.enum(['overall']).optional(),
  language: z.string().max(16).optional(),
  period: z.enum(['all']).optional(),
  styleControl: z.literal(false).optional(),
  /** Demo models have a board of their own; absent: the demo board while no real model is usable. */
  demo: z.boolean().optional(),
})
export type Slice = z.infer<typeof Slice>

export interface BoardRow {
  model: string
  /** Counts from 1: a key that was pointed at another model has a new row. */
  version: number
  /** Whether this version is the one that the key points at now. */
  current: boolean
  organization?: string
  license?: string
  link?: string
  /** 400-point scale, mean 1000 over the ranked models; null where there is nothing to rate. */
  rating: number | null
  standardError: number | null
  lower: number | null
  upper: number | null
  rank: [best: number, worst: number] | null
  votes: number
  wins: number
  losses: number
  ties: number
  /** Too few votes, or not connected with the rest of the board. */
  provisional: boolean
}

export interface Board {
  slice: Slice
  demo: boolean
  votes: number
  /** When it was made, in milliseconds since the epoch. */
  updatedAt: number
  rows: BoardRow[]
}
