import { Injectable } from '@nestjs/common'
import type { ModelEndpoint } from '../config/model-endpoint.js'
import { Settings } from '../config/settings.js'
import { AnswerFailure } from '../domain/conversation/answer-event.js'
import { Clock } from '../domain/ports.js'
import { SlotQueue, type Needs } from '../domain/resilience/slot-queue.js'
import { MetricsService } from '../metrics/metrics.service.js'
import { laneOf } from './lane.js'

/** Who may wait for one provider; more are turned away at once. */
const WAITING_LIMIT = 32
/** Nobody waits longer than an answer may take, in milliseconds. */
const LONGEST_LINE_MS = 300_000

/** A request's place at its provider; given back once, when the answer has ended. */
export interface Slot {
  release(): void
}

export interface SlotClaim {
  voterId: string
  /** The models that are to answer together. */
  endpoints: readonly ModelEndpoint[]
  /** One's place in line, from 1; told whenever it changes, never where nobody has to wait. */
  moved?(position: number): void
  /** How long to wait at most, in milliseconds; 0 is at once or not at all. */
  longestMs?: number
  /** Ends the waiting. */
  signal: AbortSignal
}

/** How many requests each provider gets at once, and the line of those who wait. */
@Injectable()
export class ProviderSlots {
  private readonly queue: SlotQueue

  constructor(
    settings: Settings,
    private readonly clock: Clock,
    metrics: MetricsService,
  ) {
    this.queue = new SlotQueue({ places: settings.providerConcurrency, waiting: WAITING_LIMIT })
    metrics.gauge(
      'ringside_waiting_turns',
      'Turns that wait for a place at a provider.',
      () => this.waiting,
    )
  }

  /** Turns that wait for a place at a provider. */
  get waiting(): number {
    return this.queue.waiting
  }

  /** Whether these models could be asked, now or after a wait. */
  hasRoom(endpoints: readonly ModelEndpoint[]): boolean {
    return this.queue.hasRoom(needsOf(endpoints))
  }

  /** Whether this model could be asked at once, in place of one whose own place is given back for it. */
  fitsNow(endpoint: ModelEndpoint, instead: ModelEndpoint): boolean {
    return this.queue.fitsNow(needsOf([endpoint]), laneOf(instead))
  }

  /**
   * A slot for each endpoint, in their order and all at once; undefined where `signal` ended the waiting.
   * @throws AnswerFailure `model_busy` where the line is full or does not move
   */
  async claim(claim: SlotClaim): Promise<Slot[] | undefined> {
    const { voterId, endpoints, moved, longestMs = LONGEST_LINE_MS, signal } = claim
    if (signal.aborted) return undefined
    let settle!: (how: 'granted' | 'left' | 'late') => void
    const settled = new Promise<Parameters<typeof settle>[0]>((resolve) => (settle = resolve))
    const leave = this.queue.enter({
      voterId,
      needs: needsOf(endpoints),
      granted: () => settle('granted'),
      moved: (position) => moved?.(position),
    })
    if (!leave) throw new AnswerFailure('model_busy')
    // The line is left in the same moment, so that nobody is served who has gone.
    const giveUp = (how: 'left' | 'late') => {
      leave()
      settle(how)
    }
    const abort = () => giveUp('left')
    signal.addEventListener('abort', abort)
    const cancelLimit = this.clock.after(longestMs, () => giveUp('late'))
    const how = await settled
    signal.removeEventListener('abort', abort)
    cancelLimit()
    if (how === 'late') throw new AnswerFailure('model_busy')
    return how === 'granted' ? endpoints.map((endpoint) => this.slotOf(endpoint)) : undefined
  }

  private slotOf(endpoint: ModelEndpoint): Slot {
    const lane = laneOf(endpoint)
    let held = lane !== undefined
    return {
      release: () => {
        if (held && lane) this.queue.release(lane)
        held = false
      },
    }
  }
}

function needsOf(endpoints: readonly ModelEndpoint[]): Needs {
  const needs = new Map<string, number>()
  for (const lane of endpoints.map(laneOf)) {
    if (lane) needs.set(lane, (needs.get(lane) ?? 0) + 1)
  }
  return needs
}
