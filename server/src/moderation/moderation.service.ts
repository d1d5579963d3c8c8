import { Injectable, Logger } from '@nestjs/common'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { Clock } from '../domain/ports.js'
import { fitImage } from '../images/fit-image.js'
import { ImageLibrary } from '../images/image-library.js'
import { MetricsService } from '../metrics/metrics.service.js'
import { CheckerDown, type CheckedImage, type Checker } from './checker.js'
import { OpenaiChecker } from './openai-checker.js'
import { WordChecker } from './word-checker.js'

/** Enough of a picture to judge it, in pixels of its longest side. */
const JUDGED_SIDE = 1024
const RETRY_MS = 30_000

/** How the moderation does, for whoever runs the arena. */
export interface ModerationReport {
  mode: Settings['moderation']
  whenDown: Settings['moderationDown']
  state: 'off' | 'up' | 'down'
  /** Since the start. */
  checked: number
  refused: number
  failures: number
  /** Sent without a judgement, while nobody could judge. */
  unchecked: number
  lastFailure?: { at: number; reason: string }
}

/**
 * Judges what people send before any model gets it. What is judged is what the person wrote, once for all
 * sides: so both are treated alike, and no answer of a model can keep somebody from going on.
 */
@Injectable()
export class Moderation {
  private readonly logger = new Logger('Moderation')
  private readonly checker: Checker | undefined
  private readonly counts = { checked: 0, refused: 0, failures: 0, unchecked: 0 }
  private lastFailure: ModerationReport['lastFailure']
  private down = false

  constructor(
    private readonly settings: Settings,
    private readonly images: ImageLibrary,
    private readonly clock: Clock,
    private readonly metrics: MetricsService,
  ) {
    this.checker = checkerOf(settings)
  }

  /**
   * @param words what the person wrote in this conversation, the newest last
   * @throws AppError `content_refused`, or `moderation_down` where nobody can judge and nothing may pass then
   */
  async check(words: readonly (string | undefined)[], imageIds: readonly string[]): Promise<void> {
    if (!this.checker) return
    const text = words.filter(Boolean).join('\n\n')
    const refused = await this.judge(this.checker, text, imageIds)
    if (!refused) return
    this.count('refused')
    throw new AppError(
      'content_refused',
      'The rules of this arena do not allow this. It was not sent; your text is kept, word it differently.',
    )
  }

  get report(): ModerationReport {
    const { moderation, moderationDown } = this.settings
    return {
      mode: moderation,
      whenDown: moderationDown,
      state: moderation === 'off' ? 'off' : this.down ? 'down' : 'up',
      ...this.counts,
      ...(this.lastFailure && { lastFailure: this.lastFailure }),
    }
  }

  private async judge(checker: Checker, text: string, ids: readonly string[]): Promise<boolean> {
    try {
      const images = await Promise.all(ids.map((id) => this.imageOf(id)))
      const refused = await checker.refuses({
        text,
        images: images.flatMap((image) => image ?? []),
      })
      if (this.down) this.logger.log('Prompts are judged again.')
      this.down = false
      this.count('checked')
      return refused
    } catch (error) {
      this.fell(error)
      if (this.settings.moderationDown === 'open') {
        this.count('unchecked')
        return false
      }
      throw new AppError(
        'moderation_down',
        'Nobody can look at prompts at the moment, so none are sent. Your text is kept; try again in a while.',
        { retryAfterMs: RETRY_MS },
      )
    }
  }

  private async imageOf(id: string): Promise<CheckedImage | undefined> {
    const kept = await this.images.read(id)
    // A picture that is gone is told by who uses it.
    if (!kept) return undefined
    const { data, type } = await fitImage(kept, JUDGED_SIDE)
    return { mediaType: `image/${type}`, data }
  }

  /** Said once, until it is up again. */
  private fell(error: unknown): void {
    const reason = error instanceof CheckerDown ? error.reason : 'a fault of our own'
    if (!(error instanceof CheckerDown)) this.logger.error(error)
    this.count('failures')
    this.lastFailure = { at: this.clock.now(), reason }
    if (this.down) return
    this.down = true
    const meanwhile = this.settings.moderationDown === 'open' ? 'all is sent' : 'nothing is sent'
    this.logger.warn(`Prompts cannot be judged (${reason}); meanwhile ${meanwhile}.`)
  }

  private count(what: keyof typeof this.counts): void {
    this.counts[what] += 1
    this.metrics.moderated(what)
  }
}

function checkerOf(settings: Settings): Checker | undefined {
  const { moderation, moderationApiBase, moderationApiKey, moderationWordsFile } = settings
  if (moderation === 'openai') return new OpenaiChecker(moderationApiBase, moderationApiKey)
  return moderation === 'words' ? new WordChecker(moderationWordsFile) : undefined
}
