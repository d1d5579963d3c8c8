import { createHash } from 'node:crypto'
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common'
import type { ClientEvent, ClientEventMap } from '#shared/protocol/index'
import { AppError } from '../../domain/app-error.js'
import { Clock } from '../../domain/ports.js'
import { CommandRepository } from '../../storage/conversations/command.repository.js'
import type { Trx } from '../../storage/database/kysely-database.js'
import { KeyedLock } from './keyed-lock.js'

const HOUR_MS = 3600 * 1000
const KEEP_MS = 24 * HOUR_MS

export interface Command<E extends ClientEvent> {
  event: E
  voterId: string
  /** The whole of it, as it was parsed. */
  asked: { commandId: string }
}

/** Notes the reply of a command within the transaction that carries it out. */
export type NoteReply<R> = (trx: Trx, reply: R) => Promise<void>

/** A command that a client sends again, not having heard the answer, is carried out once. */
@Injectable()
export class CommandLog implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Commands')
  private readonly locks = new KeyedLock()
  private cancel: (() => void) | undefined

  constructor(
    private readonly commands: CommandRepository,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    this.forgetHourly()
    await this.forget()
  }

  onModuleDestroy(): void {
    this.cancel?.()
  }

  once<E extends ClientEvent>(
    { event, voterId, asked }: Command<E>,
    carryOut: (record: NoteReply<ClientEventMap[E][1]>) => Promise<ClientEventMap[E][1]>,
  ): Promise<ClientEventMap[E][1]> {
    const { commandId } = asked
    const hash = hashOf(voterId, event, asked)
    return this.locks.run(`${voterId} ${commandId}`, async () => {
      const earlier = await this.commands.find(voterId, commandId)
      if (!earlier) {
        return carryOut(async (trx, reply) =>
          this.commands.insert(trx, {
            voterId,
            commandId,
            event,
            asked: hash,
            reply: JSON.stringify(reply),
            createdAt: this.clock.now(),
          }),
        )
      }
      const same = earlier.event === event && (earlier.asked ?? hash) === hash
      if (same) return JSON.parse(earlier.reply) as ClientEventMap[E][1]
      throw new AppError('invalid_payload', 'commandId: was used for something else before')
    })
  }

  private forgetHourly(): void {
    this.cancel = this.clock.after(HOUR_MS, () => {
      this.forgetHourly()
      this.forget().catch((error: unknown) => this.logger.error(error))
    })
  }

  private forget(): Promise<void> {
    return this.commands.forgetBefore(this.clock.now() - KEEP_MS)
  }
}

/** Of each voter and command another one, even for the same words. */
const hashOf = (voterId: string, event: string, asked: object): string =>
  createHash('sha256')
    .update(JSON.stringify([voterId, event, Object.entries(asked).sort()]))
    .digest('base64url')
