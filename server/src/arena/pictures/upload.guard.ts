import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { AppError } from '../../domain/app-error.js'
import { UploadLimiter } from '../../images/upload-limiter.js'
import { visitorOf } from '../../session/visitor.decorator.js'

/** Asks before a byte of an upload is read whether it may come at all. */
@Injectable()
export class UploadGuard implements CanActivate {
  constructor(
    private readonly limiter: UploadLimiter,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (!this.settings.visionArena) {
      throw new AppError('images_off', 'This arena takes no pictures.')
    }
    await this.limiter.begin(visitorOf(context))
    return true
  }
}
