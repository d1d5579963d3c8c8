import { Injectable } from '@nestjs/common'
import { Clock, IdSource } from '../domain/ports.js'
import type { AccessCodeRow } from '../storage/database/access-rows.js'
import { AccessCodeRepository } from '../storage/admin/access-code.repository.js'
import type { Trx } from '../storage/database/kysely-database.js'
import { hashOfCode, newAccessCode } from './access-code.js'

export type AccessCodeState = 'valid' | 'expired' | 'revoked'

export interface ListedCode extends Omit<AccessCodeRow, 'hash'> {
  state: AccessCodeState
  /** Sessions that came in by it last. */
  people: number
}

/** What whoever runs the arena does with access codes. */
@Injectable()
export class AccessCodes {
  constructor(
    private readonly codes: AccessCodeRepository,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** @returns the code, which cannot be seen again later */
  async create(
    label: string,
    expiresAt: number | null,
    trx?: Trx,
  ): Promise<{ id: string; code: string }> {
    const [id, code] = [this.ids.next(), newAccessCode()]
    const createdAt = this.clock.now()
    const row = { id, hash: hashOfCode(code), label, createdAt, expiresAt, revokedAt: null }
    await this.codes.add(row, trx)
    return { id, code }
  }

  async list(): Promise<ListedCode[]> {
    const now = this.clock.now()
    const rows = await this.codes.all()
    return rows.map(({ id, label, createdAt, expiresAt, revokedAt, people }) => ({
      id,
      label,
      createdAt,
      expiresAt,
      revokedAt,
      state: stateOf({ expiresAt, revokedAt }, now),
      people,
    }))
  }

  /** Everybody who came in by it is out too. @returns whether there is such a code */
  revoke(id: string, trx?: Trx): Promise<boolean> {
    return this.codes.revoke(id, this.clock.now(), trx)
  }
}

export const stateOf = (
  { expiresAt, revokedAt }: Pick<AccessCodeRow, 'expiresAt' | 'revokedAt'>,
  now: number,
): AccessCodeState => {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'valid'
}
