import { Injectable } from '@nestjs/common'
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus'
import { Closing } from '../realtime/closing.js'

/** A server on its way down gets no new visitors from whoever shares them out. */
@Injectable()
export class OpenHealth {
  constructor(
    private readonly indicator: HealthIndicatorService,
    private readonly closing: Closing,
  ) {}

  check(): HealthIndicatorResult {
    const open = this.indicator.check('open')
    return this.closing.begun ? open.down() : open.up()
  }
}
