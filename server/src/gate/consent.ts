import { Injectable } from '@nestjs/common'
import type { ConsentState } from '#shared/protocol/pages'
import { Settings } from '../config/settings.js'
import { SiteContent } from '../config/site-content.js'
import { AppError } from '../domain/app-error.js'
import { Clock } from '../domain/ports.js'
import { ConsentRepository } from '../storage/admin/consent.repository.js'

/** With `CONSENT=ask`: nobody sends anything before they have agreed to the texts as they are now. */
@Injectable()
export class Consent {
  constructor(
    private readonly settings: Settings,
    private readonly content: SiteContent,
    private readonly consents: ConsentRepository,
    private readonly clock: Clock,
  ) {}

  get asked(): boolean {
    return this.settings.consent === 'ask'
  }

  async state(voterId: string): Promise<ConsentState> {
    const { version } = this.content
    const given = (await this.consents.of(voterId)).map((row) => row.version)
    return {
      asked: this.asked,
      version,
      given: given.includes(version) ? 'yes' : given.length > 0 ? 'outdated' : 'never',
    }
  }

  /** @throws AppError `consent_required` where the text has changed since it was read */
  async give(voterId: string, version: string): Promise<void> {
    if (version !== this.content.version) {
      throw new AppError('consent_required', 'The texts have changed. Read them again, then agree.')
    }
    await this.consents.add({ voterId, version, givenAt: this.clock.now() })
  }

  /** @throws AppError `consent_required` */
  async require(voterId: string): Promise<void> {
    if (!this.asked || (await this.state(voterId)).given === 'yes') return
    throw new AppError(
      'consent_required',
      'This arena asks everybody to agree to its terms and its privacy notice first. Nothing was sent.',
    )
  }
}
