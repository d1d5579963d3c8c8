import { Injectable } from '@nestjs/common'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'

/** How many prompts one voter may send in a minute. */
@Injectable()
export class PromptLimiter {
  private readonly limiter: RateLimiterMemory

  constructor(settings: Settings) {
    this.limiter = new RateLimiterMemory({ points: settings.promptsPerMinute, duration: 60 })
  }

  /** @throws AppError `rate_limited`, with the time to wait */
  async take(voterId: string): Promise<void> {
    try {
      await this.limiter.consume(voterId)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      const seconds = Math.ceil(error.msBeforeNext / 1000)
      throw new AppError(
        'rate_limited',
        `That was quick. Your text is kept; send it again in ${seconds} seconds.`,
        { retryAfterMs: error.msBeforeNext },
      )
    }
  }
}
