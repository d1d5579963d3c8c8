import { z } from 'zod'
import type { AnswerErrorCode } from '../error-codes.js'
import type { AdminAction } from '../vocabulary.js'
import { Place } from './admin-common.js'

// `/api/admin/*`: how the arena is doing, and the record. Times are milliseconds since the epoch.

export interface Cost {
  currency: string
  cost: number
}

/**
 * Answers that ended without success, by why. One that a second try or another model saved is not among
 * them, and neither are those of deleted conversations.
 */
export interface FailureCount {
  code: AnswerErrorCode
  count: number
}

/** How the public link is doing. */
export type ShareState =
  | { state: 'off' }
  | { state: 'connecting' }
  | { state: 'up'; url: string }
  | { state: 'retrying'; reason: string; nextAttemptAt: number }
  /** Trying again would not help: somebody has to look. */
  | { state: 'refused'; reason: string }

export interface Overview {
  now: number
  startedAt: number
  version: string
  node: string
  database: 'sqlite' | 'postgres'
  memoryBytes: number
  /** Who has a page open. */
  people: number
  /** Conversations that somebody looks at. */
  rooms: number
  /** Sides that are being answered. */
  streams: number
  /** Turns that wait for a place at a provider. */
  waiting: number
  /** Answers that were reported in the last 7 days. */
  reports: number
  /** Since midnight by UTC. */
  today: {
    answers: number
    inputTokens: number
    outputTokens: number
    costs: Cost[]
    /** The most frequent first. */
    failures: ({ name: string } & FailureCount)[]
  }
  /** The last 24 hours, oldest first; `at` is when each began. Deleted conversations are not among them. */
  hours: { at: number; battles: number; others: number; votes: number }[]
  share: ShareState
  /** What the model file could say better. */
  warnings: { path: string; message: string }[]
}

export interface Backups {
  /** Whether this arena can make one; a Postgres database is backed up by its own tools. */
  supported: boolean
  /** Share of the one that is being made, from 0 to 1. */
  running?: { done: number }
  /** Of the last one that could not be made. */
  failure?: string
  /** The newest first. */
  files: { name: string; bytes: number; at: number }[]
}

export const AuditQuery = z.strictObject({ before: Place.optional() })
export type AuditQuery = z.infer<typeof AuditQuery>

export interface AuditEntry {
  at: number
  action: AdminAction
  subject: string
  reason: string
  details: unknown
}

export interface AuditPage {
  entries: AuditEntry[]
  next?: string
}
