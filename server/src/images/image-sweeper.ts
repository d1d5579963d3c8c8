import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../domain/ports.js'
import { ImageFiles } from './image-files.js'
import { ImageLibrary } from './image-library.js'

const MINUTE_MS = 60_000
const EVERY_MS = 10 * MINUTE_MS
/** With the pause between two sweeps, nothing unsent is older than an hour. */
const UNSENT_MS = 50 * MINUTE_MS

/** Erases pictures that nobody sent and files that nobody needs. */
@Injectable()
export class ImageSweeper implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Images')
  private cancel: (() => void) | undefined
  private sweeping: Promise<void> = Promise.resolve()

  constructor(
    private readonly library: ImageLibrary,
    private readonly files: ImageFiles,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.files.prepare()
    this.sweep()
  }

  /** A sweep under way ends before the database closes. */
  async onModuleDestroy(): Promise<void> {
    this.cancel?.()
    await this.sweeping
  }

  private sweep(): void {
    this.cancel = this.clock.after(EVERY_MS, () => this.sweep())
    this.sweeping = this.library
      .sweep(this.clock.now() - UNSENT_MS)
      .catch((error: unknown) => this.logger.error(error))
  }
}
