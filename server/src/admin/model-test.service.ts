import { Injectable } from '@nestjs/common'
import type { ModelTest } from '#shared/protocol/admin-models'
import type { ModelEndpoint } from '../config/model-endpoint.js'
import { AppError } from '../domain/app-error.js'
import { AnswerFailure, type AnswerEvent } from '../domain/conversation/answer-event.js'
import { Clock, IdSource } from '../domain/ports.js'
import { harmlessCause } from '../provider/failure-log.js'
import type { Hear } from '../provider/model-provider.js'
import { ProviderService } from '../provider/provider.service.js'
import { AuditTrail } from './audit-trail.js'
import { ModelAdminService } from './model-admin.service.js'

const PROMPT = 'Answer with one word: ready'
const MOST_MS = 60_000
const SHOWN_CHARACTERS = 200

/** Asks a model something tiny, by the same way as everybody else, whether it is switched off for now or not. */
@Injectable()
export class ModelTestService {
  constructor(
    private readonly models: ModelAdminService,
    private readonly providers: ProviderService,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** @throws AppError `model_unavailable` where it cannot be asked at all */
  async run(name: string): Promise<ModelTest> {
    const endpoint = this.models.require(name)
    if (!endpoint.available) {
      throw new AppError('model_unavailable', `This model cannot be asked: ${endpoint.reason}`)
    }
    const test = await this.ask(endpoint)
    const details = { ok: test.ok, totalMs: test.totalMs, code: test.error?.code }
    await this.trail.write({ action: 'model_tested', subject: name, details })
    return test
  }

  private async ask(endpoint: ModelEndpoint): Promise<ModelTest> {
    const begunAt = this.clock.elapsed()
    const since = () => Math.round(this.clock.elapsed() - begunAt)
    const answer: Omit<ModelTest, 'ok' | 'totalMs'> = { text: '' }
    try {
      await this.answer(endpoint, (event) => {
        if (event.type === 'text' || event.type === 'reasoning') answer.firstTokenMs ??= since()
        take(answer, event)
      })
      return { ok: true, ...answer, totalMs: since() }
    } catch (error) {
      if (!(error instanceof AnswerFailure)) throw error
      const cause = harmlessCause(error)
      const told = { code: error.code, ...(cause && { cause }) }
      return { ok: false, ...answer, totalMs: since(), error: told }
    }
  }

  private answer(endpoint: ModelEndpoint, hear: Hear): Promise<void> {
    const { timeouts, systemPrompt, recommended } = endpoint
    const totalMs = Math.min(MOST_MS, timeouts.totalMs)
    return this.providers.answer(
      {
        endpoint: { ...endpoint, timeouts: { ...timeouts, totalMs } },
        messages: [{ role: 'user', text: PROMPT }],
        ...(systemPrompt !== undefined && { systemPrompt }),
        parameters: recommended,
        seed: this.ids.next(),
      },
      new AbortController().signal,
      'person',
      hear,
    )
  }
}

function take(answer: Omit<ModelTest, 'ok' | 'totalMs'>, event: AnswerEvent): void {
  if (event.type === 'text') answer.text = (answer.text + event.text).slice(0, SHOWN_CHARACTERS)
  if (event.type === 'finish') answer.finishReason = event.reason
  if (event.type !== 'usage') return
  const { inputTokens, outputTokens } = event.usage
  if (inputTokens !== undefined) answer.inputTokens = inputTokens
  if (outputTokens !== undefined) answer.outputTokens = outputTokens
}
