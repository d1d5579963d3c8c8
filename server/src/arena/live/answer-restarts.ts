import { Injectable } from '@nestjs/common'
import { AnswerRepository } from '../../storage/conversations/answer.repository.js'
import { KyselyDatabase } from '../../storage/database/kysely-database.js'
import type { LiveSide } from './live-side.js'
import type { LiveTurn } from './live-turn.js'
import { Patience } from './patience.js'

/** Lets a running answer begin anew for all to see, in storage and in memory. */
@Injectable()
export class AnswerRestarts {
  constructor(
    private readonly database: KyselyDatabase,
    private readonly answers: AnswerRepository,
    private readonly patience: Patience,
  ) {}

  async restart({ conversationId, turn }: LiveTurn, live: LiveSide): Promise<void> {
    const { side } = live
    await this.patience.with(() =>
      this.database.write((trx) => this.answers.restart(trx, { conversationId, turn, side })),
    )
    live.attempt += 1
  }
}
