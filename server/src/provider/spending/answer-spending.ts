import type { AnswerErrorCode } from '#shared/error-codes'
import type { AnswerEvent } from '../../domain/conversation/answer-event.js'
import type { Clock } from '../../domain/ports.js'
import type { AnswerRequest } from '../model-provider.js'
import { AnswerMeter, type Metered } from './answer-meter.js'
import type { Budgets } from './budgets.js'
import type { SpendLedger } from './spend-ledger.js'

/** What one answer costs: held back while it is on its way, booked when it has ended, however it ended. */
export class AnswerSpending {
  private readonly meter: AnswerMeter
  private readonly release: () => void
  private readonly begunAt: number

  constructor(
    private readonly request: AnswerRequest,
    budgets: Budgets,
    private readonly ledger: SpendLedger,
    private readonly clock: Clock,
  ) {
    this.begunAt = clock.elapsed()
    this.meter = new AnswerMeter(request)
    this.release = budgets.hold(request)
  }

  /** Of what has come of the answer. */
  take(event: AnswerEvent): void {
    this.meter.take(event)
  }

  /** @returns what it took; undefined where nothing was asked of the provider */
  end(complete: boolean, failure?: AnswerErrorCode): Metered | undefined {
    this.release()
    const { endpoint } = this.request
    const metered = this.meter.finish(complete, this.clock.elapsed() - this.begunAt, failure)
    if (metered && !endpoint.demo) this.ledger.book(endpoint, metered)
    return metered
  }
}
