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
  /** Called once, when a request has told how the model does. */
  waiting: Set<() => void>
  lastError?: HealthReport['lastError']
}

/** What this process knows of how the models do: one breaker each, fed by every answer. */
@Injectable()
export class ModelHealth {
  private readonly patients = new Map<string, Patient>()

  constructor(private readonly clock: Clock) {}

  /** Whether the draw may pick this model version now. */
  drawable(versionId: string): boolean {
    return this.of(versionId).breaker.waitMs(this.clock.elapsed(), 'draw') === 0
  }

  /**
   * While a sick model is being tried: resolves when that has told how it is, or when `signal` is aborted. A
   * person who asks for it meanwhile, for both sides perhaps, is neither refused nor sent along too.
   */
  probed(versionId: string, signal: AbortSignal): Promise<void> | undefined {
    const { breaker, waiting } = this.of(versionId)
    if (!breaker.probing) return undefined
    return new Promise((resolve) => {
      const wake = () => {
        waiting.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      waiting.add(wake)
      signal.addEventListener('abort', wake)
    })
  }

  /**
   * Announces a request, and returns who wants to hear how it goes.
   * @throws AnswerFailure where the model is to be left alone, with the time for which
   */
  begin(versionId: string, asker: Asker): AnswerWatch {
    const patient = this.of(versionId)
    const { breaker } = patient
    const now = this.clock.elapsed()
    const trial = breaker.begin(now, asker)
    if (!trial) {
      throw new AnswerFailure(refusalAfter(patient.lastError?.code), {
        cause: new Error('left alone after failures'),
        retryAfterMs: breaker.waitMs(now, asker),
      })
    }
    const tell = (what: () => void) => {
      what()
      if (!breaker.probing) patient.waiting.forEach((wake) => wake())
    }
    return {
      content: () => tell(() => breaker.alive(trial)),
      finished: () => tell(() => breaker.succeeded(trial, this.clock.elapsed())),
      stopped: () => tell(() => breaker.abandoned(trial)),
      failed: ({ code, retryAfterMs }) =>
        tell(() => {
          patient.lastError = { code, at: this.clock.now() }
          const illness = illnessOf(code, retryAfterMs !== undefined)
          breaker.failed(trial, this.clock.elapsed(), illness, retryAfterMs)
        }),
    }
  }

  report(versionId: string): HealthReport {
    const { breaker, lastError } = this.of(versionId)
    return { state: breaker.state(this.clock.elapsed()), ...(lastError && { lastError }) }
  }

  /**
   * What the model file says of these is new, so what was broken may be mended: they get another chance. A rest that
   * an upstream asked for goes on.
   */
  mended(versionIds: readonly string[]): void {
    for (const versionId of versionIds) {
      const patient = this.of(versionId)
      patient.breaker.mend()
      delete patient.lastError
      patient.waiting.forEach((wake) => wake())
    }
  }

  private of(versionId: string): Patient {
    let patient = this.patients.get(versionId)
    if (!patient) {
      patient = { breaker: new Breaker(), waiting: new Set() }
      this.patients.set(versionId, patient)
    }
    return patient
  }
}

/** What a model that is left alone is said to be: what it was, where that is about the model as a whole. */
const refusalAfter = (code: AnswerErrorCode | undefined): AnswerErrorCode =>
  code === 'model_busy' || code === 'model_misconfigured' ? code : 'model_unreachable'
