import { Injectable } from '@nestjs/common'
import { AnswerRepository } from '../../storage/answer.repository.js'
import { KyselyDatabase, type Trx } from '../../storage/kysely-database.js'
import type { LiveSide } from './live-side.js'
import type { LiveTurn } from './live-turn.js'
import { Patience } from './patience.js'

/** Lets a running answer begin anew, in storage and in memory. */
@Injectable()
export class AnswerRestarts {
  constructor(
    private readonly database: KyselyDatabase,
    private readonly answers: AnswerRepository,
    private readonly patience: Patience,
  ) {}

  /** `also`: what else belongs to it, in the same transaction. */
  async restart(
    { conversationId, turn }: LiveTurn,
    live: LiveSide,
    also: (trx: Trx) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const { side } = live
    await this.patience.with(() =>
      this.database.write(async (trx) => {
        await this.answers.restart(trx, { conversationId, turn, side })
        await also(trx)
      }),
    )
    live.attempt += 1
  }
}
