import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { Clock } from '../domain/ports.js'
import { AccessCodeRepository } from '../storage/admin/access-code.repository.js'
import { stateOf } from './access-codes.js'
import { hashOfCode } from './access-code.js'

/** A code that another process revoked, or whose time is over, lets in for no longer than this. */
const LOOK_MS = 5_000

/** With `ACCESS=code`: whoever came in by a code that is still valid may be here, and nobody else. */
@Injectable()
export class Gate implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Gate')
  private valid: ReadonlySet<string> = new Set()
  /** By which code those who were here since the start came in. */
  private readonly codeOf = new Map<string, string>()
  private readonly listeners = new Set<(voterIds: readonly string[]) => void>()
  private stopped = false
  private cancel = (): void => undefined

  constructor(
    private readonly settings: Settings,
    private readonly codes: AccessCodeRepository,
    private readonly clock: Clock,
  ) {}

  get closed(): boolean {
    return this.settings.access === 'code'
  }

  async onModuleInit(): Promise<void> {
    if (!this.closed) return
    await this.look()
    this.lookLater()
  }

  onModuleDestroy(): void {
    this.stopped = true
    this.cancel()
  }

  async admits(voterId: string): Promise<boolean> {
    if (!this.closed) return true
    const known = this.codeOf.get(voterId) ?? (await this.codes.codeOf(voterId))
    if (known === undefined) return false
    this.codeOf.set(voterId, known)
    return this.valid.has(known)
  }

  /** @throws AppError `access_code_wrong`: no such code, or one that lets nobody in any more */
  async enter(voterId: string, code: string): Promise<void> {
    const now = this.clock.now()
    const row = await this.codes.byHash(hashOfCode(code))
    if (!row || stateOf(row, now) !== 'valid') {
      throw new AppError(
        'access_code_wrong',
        'This code lets nobody in: it is mistyped, or was withdrawn. Ask whoever runs this arena for one.',
      )
    }
    await this.codes.admit({ voterId, codeId: row.id, createdAt: now })
    this.codeOf.set(voterId, row.id)
    this.valid = new Set([...this.valid, row.id])
  }

  /** Tells of people who may not be here any more; the returned function ends that. */
  onOut(listener: (voterIds: readonly string[]) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Looks now which codes are valid, and shows those out whose code is not. */
  async look(): Promise<void> {
    this.valid = new Set(await this.codes.valid(this.clock.now()))
    const out = [...this.codeOf].filter(([, id]) => !this.valid.has(id)).map(([voter]) => voter)
    if (out.length === 0) return
    for (const voterId of out) this.codeOf.delete(voterId)
    for (const listener of this.listeners) listener(out)
  }

  private lookLater(): void {
    if (this.stopped) return
    this.cancel = this.clock.after(LOOK_MS, () => {
      this.look()
        .catch((error: unknown) => this.logger.error(error))
        .finally(() => this.lookLater())
    })
  }
}

export const accessRequired = (): AppError =>
  new AppError('access_required', 'This arena is for people who have a code.')
