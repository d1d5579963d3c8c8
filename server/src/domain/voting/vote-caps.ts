import type { UnratedReason } from '#shared/vocabulary'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How far back a cap looks, in milliseconds; what it is counted by is needed no longer than that. */
export const CAP_WINDOWS = {
  hour: HOUR_MS,
  day: DAY_MS,
  address: DAY_MS,
  prompt: 30 * DAY_MS,
} as const

/** How many votes may count; 0 is without limit. */
export interface VoteCaps {
  perHour: number
  perDay: number
  perDayPerAddress: number
  /** Milliseconds between two votes of one voter that both count. */
  gapMs: number
  /** Votes of one voter on the same prompts within their window. */
  samePrompt: number
}

/** Votes that count already and share something with the one that is looked at, which is not among them. */
export interface Counted {
  /** Of the voter, in the hour and in the day before. */
  lastHour: number
  lastDay: number
  /** Of the voter, within the gap. */
  near: number
  /** Of all voters of its address, in the day before. */
  addressDay: number
  /** Of the voter, on the same prompts, in the 30 days before. */
  samePrompt: number
}

/** Why one vote more of this voter would be too much, or null where it is not. */
export function cappedBy(counted: Counted, caps: VoteCaps): UnratedReason | null {
  const full = (count: number, cap: number) => cap > 0 && count >= cap
  if (caps.gapMs > 0 && counted.near > 0) return 'too_soon'
  if (full(counted.samePrompt, caps.samePrompt)) return 'duplicate_prompt'
  if (full(counted.lastHour, caps.perHour) || full(counted.lastDay, caps.perDay)) return 'voter_cap'
  if (full(counted.addressDay, caps.perDayPerAddress)) return 'address_cap'
  return null
}

/** What was asked, so that case, width and spaces do not make another prompt of it. */
export const samePrompts = (prompts: readonly { text: string; images: string }[]): string =>
  JSON.stringify(prompts.map(({ text, images }) => [normal(text), images]))

const normal = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
