import { Injectable } from '@nestjs/common'
import { IMAGES_PER_TURN } from '#shared/limits'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { RateLimits, type Visitor } from '../limits/rate-limits.js'
import { ImageRepository } from '../storage/conversations/image.repository.js'

const HOUR_MS = 3600 * 1000
const MEGABYTE = 1024 * 1024
/** Pictures of one visitor that are made anew or wait for it; a message has no more. */
const AT_WORK = IMAGES_PER_TURN

/** How many pictures one visitor may upload in a day, and how much may wait to be sent. */
@Injectable()
export class UploadLimiter {
  private readonly unsentBytes: number
  private readonly atWork = new Map<string, number>()

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

  /**
   * Does the work on one picture of a visitor, who may not fill the line of all with theirs.
   * @throws AppError `rate_limited`
   */
  async oneOfFew<T>(voterId: string, work: () => Promise<T>): Promise<T> {
    const before = this.atWork.get(voterId) ?? 0
    if (before >= AT_WORK) {
      throw new AppError(
        'rate_limited',
        `${AT_WORK} of your pictures are being read already. Nothing of them is lost; add this one in a moment.`,
        { retryAfterMs: 3000 },
      )
    }
    this.atWork.set(voterId, before + 1)
    try {
      return await work()
    } finally {
      const left = (this.atWork.get(voterId) ?? 1) - 1
      if (left > 0) this.atWork.set(voterId, left)
      else this.atWork.delete(voterId)
    }
  }
}
