import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../domain/ports.js'
import { AnswerRepository } from '../storage/answer.repository.js'

/** What a stopped process left on its way can only be asked anew. */
@Injectable()
export class Recovery implements OnModuleInit {
  private readonly logger = new Logger('Recovery')

  constructor(
    private readonly answers: AnswerRepository,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const count = await this.answers.interruptUnfinished(this.clock.now())
    if (count > 0) this.logger.warn(`${count} answers were interrupted by the last stop`)
  }
}
