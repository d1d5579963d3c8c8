import { Injectable } from '@nestjs/common'
import type {
  AccessCodeOrder,
  AdminAccess,
  AdminAccessCode,
  NewAccessCode,
} from '#shared/protocol/access'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { Clock } from '../domain/ports.js'
import { AccessCodes, type ListedCode } from '../gate/access-codes.js'
import { accessLink } from '../gate/access-link.js'
import { Gate } from '../gate/gate.js'
import { PublicLink } from '../session/public-link.js'
import { KyselyDatabase } from '../storage/database/kysely-database.js'
import { AuditTrail } from './audit-trail.js'

const HOUR_MS = 3_600_000

/** Access codes, as the admin side makes, shows and revokes them. */
@Injectable()
export class AccessAdminService {
  constructor(
    private readonly codes: AccessCodes,
    private readonly gate: Gate,
    private readonly settings: Settings,
    private readonly link: PublicLink,
    private readonly database: KyselyDatabase,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<AdminAccess> {
    return { access: this.settings.access, codes: (await this.codes.list()).map(presentCode) }
  }

  /** @param asked the address at which the admin asks, for the link where no better one is known */
  async create({ label = '', hours }: AccessCodeOrder, asked: string): Promise<NewAccessCode> {
    const expiresAt = hours === undefined ? null : Math.round(this.clock.now() + hours * HOUR_MS)
    const { id, code } = await this.database.write(async (trx) => {
      const made = await this.codes.create(label, expiresAt, trx)
      const details = { label, expiresAt }
      await this.trail.note(trx, { action: 'access_code_made', subject: made.id, details })
      return made
    })
    const base = this.settings.publicUrl ?? this.link.origin ?? asked
    return { id, code, link: accessLink(base, code) }
  }

  /** @throws AppError `not_found` */
  async revoke(id: string): Promise<void> {
    await this.database.write(async (trx) => {
      const known = await this.codes.revoke(id, trx)
      if (!known) throw new AppError('not_found', 'There is no such code.')
      await this.trail.note(trx, { action: 'access_code_revoked', subject: id })
    })
    await this.gate.look()
  }
}

const presentCode = ({
  id,
  label,
  state,
  createdAt,
  expiresAt,
  revokedAt,
  people,
}: ListedCode): AdminAccessCode => ({
  id,
  label,
  state,
  createdAt,
  ...(expiresAt !== null && { expiresAt }),
  ...(revokedAt !== null && { revokedAt }),
  people,
})
