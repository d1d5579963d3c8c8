import { Injectable } from '@nestjs/common'
import { AppError } from '../domain/app-error.js'

/** Whether this server is on its way down: it begins nothing new then, and lets what runs come to its end. */
@Injectable()
export class Closing {
  private closing = false

  get begun(): boolean {
    return this.closing
  }

  begin(): void {
    this.closing = true
  }

  /** @throws AppError `shutting_down` */
  refuseNew(): void {
    if (!this.closing) return
    throw new AppError(
      'shutting_down',
      'This server is closing and takes no new prompts. Your text is kept; send it again in a minute.',
      { retryAfterMs: 10_000 },
    )
  }
}
