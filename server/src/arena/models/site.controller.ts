import { Controller, Get } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { ModelSummary, Site } from '#shared/protocol/model'
import { ModelCatalog } from '../../config/model-catalog.js'
import { version } from '../../config/package-info.js'
import { Settings } from '../../config/settings.js'
import { SiteContent } from '../../config/site-content.js'
import { canBattle } from '../../domain/pairing/draw-pair.js'
import { presentModel } from './model.presenter.js'

/** What a page must know before it can draw itself. */
@ApiTags('site')
@Controller('api')
export class SiteController {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly settings: Settings,
    private readonly content: SiteContent,
  ) {}

  @Get('site')
  site(): Site {
    const { suggestions } = this.content
    return {
      demoOnly: this.catalog.demoOnly,
      demo: this.catalog.demo,
      battles: canBattle(this.catalog.battlePool()),
      visionArena: this.settings.visionArena,
      visionBattles: canBattle(this.catalog.battlePool('vision')),
      voteGraceMs: this.settings.voteGraceMs,
      earlyVotesRated: this.settings.earlyVotesRated,
      voteReasons: { better: this.settings.voteReasons, faults: this.settings.voteFaults },
      admin: this.settings.adminToken !== undefined,
      ...(suggestions && { suggestions }),
      version,
    }
  }

  @Get('models')
  models(): { models: ModelSummary[] } {
    const models = this.catalog.all().filter((model) => !model.anonyOnly)
    return { models: models.map(presentModel) }
  }
}
