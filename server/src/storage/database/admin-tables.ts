import type { AdminAction } from '#shared/vocabulary'

// Rows of what only admins see, in the manner of `database.ts`.

/** What an admin did; rows are only ever added. */
export interface AdminAuditRow {
  id: string
  createdAt: number
  action: AdminAction
  /** What it was done to: a vote, a voter, a battle, a model, a conversation; empty where it is the arena. */
  subject: string
  reason: string
  /** JSON, for who wants to undo it by hand. */
  details: string
}

/** What an admin has set for a model for now; by name, since it is meant for whatever the name points at. */
export interface ModelOverrideRow {
  name: string
  off: 0 | 1
  /** In place of the weight of the model file; null leaves that. */
  weight: number | null
  createdAt: number
}

export interface AdminTables {
  adminAudit: AdminAuditRow
  modelOverrides: ModelOverrideRow
}
