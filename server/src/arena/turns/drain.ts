import { Injectable } from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { Clock } from '../../domain/ports.js'
import { Closing } from '../../realtime/closing.js'
import { LiveTurns } from '../live/live-turns.js'

/** The time between the wish to stop and the stop. */
@Injectable()
export class Drain {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly closing: Closing,
    private readonly turns: LiveTurns,
  ) {}

  /** Begins nothing new; resolves when nothing runs, when the time for it is over, or by `hurry`. */
  async run(hurry: Promise<void>): Promise<void> {
    this.closing.begin()
    let cancel = (): void => undefined
    const timeUp = new Promise<void>((resolve) => {
      cancel = this.clock.after(this.settings.stopWaitMs, resolve)
    })
    await Promise.race([this.turns.allClosed(), timeUp, hurry])
    cancel()
  }
}
