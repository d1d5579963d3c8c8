import { Injectable } from '@nestjs/common'
import type { AuditPage } from '#shared/protocol/admin'
import { Place } from '#shared/protocol/admin-common'
import type { AdminAction } from '#shared/vocabulary'
import { Clock, IdSource } from '../domain/ports.js'
import { AuditRepository } from '../storage/admin/audit.repository.js'
import { KyselyDatabase, type Trx } from '../storage/database/kysely-database.js'

const PAGE = 50

export interface Act {
  action: AdminAction
  /** What it was done to; absent where it is the arena. */
  subject?: string
  reason?: string
  details?: unknown
}

/** The record of what admins did. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly database: KyselyDatabase,
    private readonly log: AuditRepository,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** In the transaction of the act itself, so that neither is there without the other. */
  note(trx: Trx, { action, subject = '', reason = '', details = {} }: Act): Promise<void> {
    return this.log.add(trx, {
      id: this.ids.next(),
      createdAt: this.clock.now(),
      action,
      subject,
      reason,
      details: JSON.stringify(details),
    })
  }

  /** For an act that changes nothing in storage; it is done after this. */
  write(act: Act): Promise<void> {
    return this.database.write((trx) => this.note(trx, act))
  }

  /** The newest first. */
  async page(before?: Place): Promise<AuditPage> {
    const rows = await this.log.newest(PAGE, before && { createdAt: before.at, id: before.id })
    const last = rows.at(-1)
    return {
      entries: rows.map(({ createdAt, action, subject, reason, details }) => ({
        at: createdAt,
        action,
        subject,
        reason,
        details: JSON.parse(details) as unknown,
      })),
      ...(rows.length === PAGE &&
        last && { next: Place.encode({ at: last.createdAt, id: last.id }) }),
    }
  }
}
