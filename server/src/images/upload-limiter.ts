import { Injectable } from '@nestjs/common'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { RateLimits, type Visitor } from '../limits/rate-limits.js'
import { ImageRepository } from '../storage/image.repository.js'

const HOUR_MS = 3600 * 1000
const MEGABYTE = 1024 * 1024

/** How many pictures one visitor may upload in a day, and how much may wait to be sent. */
@Injectable()
export class UploadLimiter {
  private readonly unsentBytes: number

  constructor(
    private readonly images: ImageRepository,
    private readonly limits: RateLimits,
    { unsentImagesMb }: Settings,
  ) {
    this.unsentBytes = unsentImagesMb * MEGABYTE
  }

  /**
   * Before anything is read of an upload.
   * @throws AppError `rate_limited`
   */
  async begin(visitor: Visitor): Promise<void> {
    if ((await this.images.unsentBytes()) >= this.unsentBytes) {
      throw new AppError(
        'rate_limited',
        'Too many pictures wait to be sent on this server. Send what you have, or try again in an hour.',
        { retryAfterMs: HOUR_MS },
      )
    }
    await this.limits.take('uploads', visitor)
  }

  /** @throws AppError `rate_limited` */
  arrived(visitor: Visitor, bytes: number): Promise<void> {
    return this.limits.take('upload_bytes', visitor, bytes)
  }
}
