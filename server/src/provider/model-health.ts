import { Injectable } from '@nestjs/common'
import type { AnswerErrorCode } from '#shared/error-codes'
import { AnswerFailure } from '../domain/conversation/answer-event.js'
import { Clock } from '../domain/ports.js'
import { Breaker, type Asker, type BreakerState } from '../domain/resilience/breaker.js'
import { illnessOf } from '../domain/resilience/illness.js'
import type { AnswerWatch } from './timed-answer.js'

/** How a model does, for its operator only: in public it would tell who answers. */
export interface HealthReport {
  state: BreakerState
  /** The last failure since the start; absent while there was none. */
  lastError?: { code: AnswerErrorCode; at: number }
}

interface Patient {
  breaker: Breaker
  lastError?: HealthReport['lastError']
}

/** What this process knows of how the models do: one breaker each, fed by every answer. */
@Injectable()
export class ModelHealth {
  private readonly patients = new Map<string, Patient>()

  constructor(private readonly clock: Clock) {}

  /** Whether the draw may pick this model version now. */
  drawable(versionId: string): boolean {
    return this.of(versionId).breaker.waitMs(this.clock.now(), 'draw') === 0
  }

  /**
   * Announces a request, and returns who wants to hear how it goes.
   * @throws AnswerFailure where the model is to be left alone, with the time for which
   */
  begin(versionId: string, asker: Asker): AnswerWatch {
    const patient = this.of(versionId)
    const { breaker } = patient
    const now = this.clock.now()
    const trial = breaker.begin(now, asker)
    if (!trial) {
      throw new AnswerFailure(refusalAfter(patient.lastError?.code), {
        cause: new Error('left alone after failures'),
        retryAfterMs: breaker.waitMs(now, asker),
      })
    }
    return {
      content: () => breaker.alive(trial),
      finished: () => breaker.succeeded(trial, this.clock.now()),
      stopped: () => breaker.abandoned(trial),
      failed: ({ code, retryAfterMs }) => {
        const at = this.clock.now()
        patient.lastError = { code, at }
        breaker.failed(trial, at, illnessOf(code, retryAfterMs !== undefined), retryAfterMs)
      },
    }
  }

  report(versionId: string): HealthReport {
    const { breaker, lastError } = this.of(versionId)
    return { state: breaker.state(this.clock.now()), ...(lastError && { lastError }) }
  }

  /** A changed model file may have mended what was broken: every model gets another chance. */
  forget(): void {
    this.patients.clear()
  }

  private of(versionId: string): Patient {
    let patient = this.patients.get(versionId)
    if (!patient) {
      patient = { breaker: new Breaker() }
      this.patients.set(versionId, patient)
    }
    return patient
  }
}

/** What a model that is left alone is said to be: what it was, where that is about the model as a whole. */
const refusalAfter = (code: AnswerErrorCode | undefined): AnswerErrorCode =>
  code === 'model_busy' || code === 'model_misconfigured' ? code : 'model_unreachable'
