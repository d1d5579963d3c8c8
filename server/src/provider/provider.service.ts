import { Injectable, Logger } from '@nestjs/common'
import type { ApiType } from '#shared/vocabulary'
import { AnswerFailure } from '../domain/conversation/answer-event.js'
import { Clock } from '../domain/ports.js'
import type { Asker } from '../domain/resilience/breaker.js'
import { MetricsService } from '../metrics/metrics.service.js'
import { failureKind, failureLine } from './failure-log.js'
import { FailureReporter } from './failure-reporter.js'
import { ModelHealth } from './model-health.js'
import type { AnswerRequest, Hear } from './model-provider.js'
import { ParameterMemory } from './parameter-memory.js'
import { ProviderRegistry } from './provider.registry.js'
import { RequestImages } from './request-images.js'
import { AnswerSpending } from './spending/answer-spending.js'
import { Budgets } from './spending/budgets.js'
import { SpendLedger } from './spending/spend-ledger.js'
import { TimedAnswer, type AnswerWatch } from './timed-answer.js'
import { tolerantAnswer } from './tolerant-answer.js'

/** The one door to all models. */
@Injectable()
export class ProviderService {
  private readonly logger = new Logger(ProviderService.name)
  private readonly reporter: FailureReporter

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly memory: ParameterMemory,
    private readonly health: ModelHealth,
    private readonly clock: Clock,
    private readonly images: RequestImages,
    private readonly budgets: Budgets,
    private readonly ledger: SpendLedger,
    private readonly metrics: MetricsService,
  ) {
    this.reporter = new FailureReporter(clock, this.logger)
  }

  /**
   * One answer of one model, held to the endpoint's timeouts. Resolves after exactly one `finish` or rejects
   * with `AnswerFailure`, at once where the model is to be left alone; after an abort it resolves without a
   * word.
   */
  async answer(
    request: AnswerRequest,
    signal: AbortSignal,
    asker: Asker,
    hear: Hear,
  ): Promise<void> {
    // Before the model's clocks run and anything can count against it: this is our own work.
    const images = await this.images.of(request.endpoint, request.messages)
    return this.ask({ ...request, images }, signal, asker, hear)
  }

  private ask(
    request: AnswerRequest,
    signal: AbortSignal,
    asker: Asker,
    hear: Hear,
  ): Promise<void> {
    const { endpoint } = request
    const provider = this.registry.of(endpoint.provider)
    let watch: AnswerWatch | undefined
    let spending: AnswerSpending | undefined
    const ended = (outcome: 'finished' | 'stopped' | AnswerFailure['code']) => {
      const complete = outcome === 'finished'
      const failure = complete || outcome === 'stopped' ? undefined : outcome
      const used = spending?.end(complete, failure)
      this.metrics.modelAsked(endpoint.name, outcome)
      if (used) this.metrics.tokensUsed(endpoint.name, used)
    }
    return TimedAnswer.run({
      open: async (upstream, tell) => {
        // Nothing comes between the last look and the begin: of those who wait, one becomes the next probe.
        let probed = asker === 'person' && this.health.probed(endpoint.versionId, upstream)
        while (probed) {
          await probed
          if (upstream.aborted) return
          probed = this.health.probed(endpoint.versionId, upstream)
        }
        this.requireRoom(request)
        watch = this.health.begin(endpoint.versionId, asker)
        spending = new AnswerSpending(request, this.budgets, this.ledger, this.clock)
        return tolerantAnswer(provider, request, this.memory, upstream, tell)
      },
      signal,
      clock: this.clock,
      timeouts: endpoint.timeouts,
      hear: (event) => {
        spending?.take(event)
        hear(event)
      },
      watch: {
        content: () => watch?.content(),
        finished: () => {
          ended('finished')
          watch?.finished()
        },
        stopped: () => {
          ended('stopped')
          watch?.stopped()
        },
        failed: (failure) => {
          ended(failure.code)
          watch?.failed(failure)
          this.report(request, failure)
        },
      },
    })
  }

  /** Loads the SDKs of these APIs now, so that no first answer waits for one (Mistral's takes a second). */
  async prepare(types: Iterable<ApiType>): Promise<void> {
    for (const type of new Set(types)) await this.registry.of(type).prepare()
  }

  /** The last look at the budgets: nothing comes between it and the hold for this answer. */
  private requireRoom(request: AnswerRequest): void {
    const room = this.budgets.roomForAll([request], 'named')
    if (room === 'spent') throw new AnswerFailure('budget_spent')
    if (room === 'free') return
    throw new AnswerFailure('model_busy', {
      cause: new Error('what is left of a budget is held for answers on their way'),
    })
  }

  private report({ endpoint, origin }: AnswerRequest, failure: AnswerFailure): void {
    const line = failureLine(endpoint, failure)
    // What a prompt brought upon itself is no business of the operator.
    if (failure.code === 'answer_filtered') this.logger.debug(line, origin)
    else this.reporter.report(failureKind(endpoint, failure), line, origin)
  }
}
