import { Injectable } from '@nestjs/common'
import type { AnswerErrorCode } from '#shared/error-codes'
import type { AnswerStatus, Mode } from '#shared/vocabulary'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** A client may call its method anything. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** What came of a request to a model: its end, a stop, or why it failed. */
type ModelOutcome = 'finished' | 'stopped' | AnswerErrorCode

/** Figures for the operator: a label names models, which are few, but never a person or a conversation. */
@Injectable()
export class MetricsService {
  readonly registry = new Registry()

  private readonly turns = new Counter({
    name: 'ringside_turns_total',
    help: 'Prompts that were sent to models, by mode.',
    labelNames: ['mode'],
    registers: [this.registry],
  })
  private readonly answers = new Counter({
    name: 'ringside_answers_total',
    help: 'Answers that ended, by status.',
    labelNames: ['status'],
    registers: [this.registry],
  })
  private readonly votes = new Counter({
    name: 'ringside_votes_total',
    help: 'Votes that became final, rated or not.',
    labelNames: ['rated'],
    registers: [this.registry],
  })

  private readonly secondTries = new Counter({
    name: 'ringside_answer_second_tries_total',
    help: 'Answers that failed unseen and were asked for again, by kind: retry (same model) or replacement.',
    labelNames: ['kind'],
    registers: [this.registry],
  })

  private readonly modelRequests = new Counter({
    name: 'ringside_model_requests_total',
    help: 'Requests to models that ended, second tries and tests among them, by model and outcome: finished, stopped, or the code of the failure.',
    labelNames: ['model', 'outcome'],
    registers: [this.registry],
  })

  private readonly modelTokens = new Counter({
    name: 'ringside_model_tokens_total',
    help: 'Tokens by model and direction (input, output), as the provider counts them, or by a guess where it does not.',
    labelNames: ['model', 'direction'],
    registers: [this.registry],
  })

  private readonly slowReaders = new Counter({
    name: 'ringside_slow_readers_total',
    help: 'Connections that were closed because their client did not read.',
    registers: [this.registry],
  })

  private readonly moderation = new Counter({
    name: 'ringside_moderation_total',
    help: 'Prompts that were judged before they were sent, by result: checked, refused, failures (nobody could judge), unchecked (sent nevertheless).',
    labelNames: ['result'],
    registers: [this.registry],
  })

  private readonly requests = new Histogram({
    name: 'ringside_http_request_duration_seconds',
    help: 'HTTP requests by method, route (its pattern) and status; 499: the client left before the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2, 10],
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  requestEnded(request: { method: string; route: string; status: number; ms: number }): void {
    const { method, route, status, ms } = request
    const known = METHODS.has(method) ? method : 'other'
    this.requests.observe({ method: known, route, status }, ms / 1000)
  }

  turnStarted(mode: Mode): void {
    this.turns.inc({ mode })
  }

  answerEnded(status: AnswerStatus): void {
    this.answers.inc({ status })
  }

  answerTriedAgain(kind: 'retry' | 'replacement'): void {
    this.secondTries.inc({ kind })
  }

  modelAsked(model: string, outcome: ModelOutcome): void {
    this.modelRequests.inc({ model, outcome })
  }

  tokensUsed(model: string, tokens: { inputTokens: number; outputTokens: number }): void {
    this.modelTokens.inc({ model, direction: 'input' }, tokens.inputTokens)
    this.modelTokens.inc({ model, direction: 'output' }, tokens.outputTokens)
  }

  voteClosed(rated: boolean): void {
    this.votes.inc({ rated: String(rated) })
  }

  moderated(result: 'checked' | 'refused' | 'failures' | 'unchecked'): void {
    this.moderation.inc({ result })
  }

  slowReaderCut(): void {
    this.slowReaders.inc()
  }

  /** A figure that is read at each scrape. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read())
      },
    })
  }
}
