import { Injectable } from '@nestjs/common'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { ImageRepository } from '../storage/image.repository.js'

const DAY_SECONDS = 24 * 3600
const HOUR_MS = 3600 * 1000
const MEGABYTE = 1024 * 1024

/** How many pictures one voter may upload in a day, and how much may wait to be sent. */
@Injectable()
export class UploadLimiter {
  private readonly count: RateLimiterMemory
  private readonly bytes: RateLimiterMemory
  private readonly unsentBytes: number

  constructor(
    private readonly images: ImageRepository,
    { imagesPerDay, imageMbPerDay, unsentImagesMb }: Settings,
  ) {
    this.count = new RateLimiterMemory({ points: imagesPerDay, duration: DAY_SECONDS })
    this.bytes = new RateLimiterMemory({ points: imageMbPerDay * MEGABYTE, duration: DAY_SECONDS })
    this.unsentBytes = unsentImagesMb * MEGABYTE
  }

  /**
   * Before anything is read of an upload.
   * @throws AppError `rate_limited`
   */
  async begin(voterId: string): Promise<void> {
    if ((await this.images.unsentBytes()) >= this.unsentBytes) {
      throw new AppError(
        'rate_limited',
        'Too many pictures wait to be sent on this server. Send what you have, or try again in an hour.',
        { retryAfterMs: HOUR_MS },
      )
    }
    await take(this.count, voterId, 1)
  }

  /** @throws AppError `rate_limited` */
  arrived(voterId: string, bytes: number): Promise<void> {
    return take(this.bytes, voterId, bytes)
  }
}

async function take(limiter: RateLimiterMemory, voterId: string, points: number): Promise<void> {
  try {
    await limiter.consume(voterId, points)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new AppError(
      'rate_limited',
      'You have uploaded as many pictures as one person may in a day. Your text is kept.',
      { retryAfterMs: error.msBeforeNext },
    )
  }
}
