import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { RULES_VERSION } from '../../domain/labels/label-rules.js'
import { BattleRepository } from '../../storage/boards/battle.repository.js'
import { CountRebuilder } from '../../storage/boards/count-rebuilder.js'
import { LanguageDetector } from './language-detector.js'
import { Relabeller } from './relabeller.js'

/** Battles from before there were labels get theirs at the first start; older labels are only told of. */
@Injectable()
export class LabelUpkeep implements OnModuleInit {
  private readonly logger = new Logger('Labels')

  constructor(
    private readonly battles: BattleRepository,
    private readonly rebuilder: CountRebuilder,
    private readonly relabeller: Relabeller,
    private readonly languages: LanguageDetector,
  ) {}

  async onModuleInit(): Promise<void> {
    // Now, so that no vote waits for it.
    await this.languages.load()
    const { older, unlabelled } = await this.battles.outdated(RULES_VERSION)
    if (unlabelled > 0) {
      this.logger.log(`${unlabelled} battles get their labels; this happens once`)
      await this.rebuilder.rebuild()
      await this.relabeller.relabel()
    } else if (older > 0) {
      this.logger.warn(
        `${older} battles have labels by older rules; \`ringside rebuild --labels\` renews them`,
      )
    }
  }
}
