import { Logger, Module, type DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { BattleLabeller } from '../arena/labelling/battle-labeller.js'
import { LanguageDetector } from '../arena/labelling/language-detector.js'
import { Relabeller, type Relabelled } from '../arena/labelling/relabeller.js'
import { ConfigModule } from '../config/config.module.js'
import type { Settings } from '../config/settings.js'
import { CountRebuilder, type Rebuilt } from '../storage/count-rebuilder.js'
import { StorageModule } from '../storage/storage.module.js'

/** The storage and the rules of labels, without a server. */
@Module({})
class RebuildModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: RebuildModule,
      imports: [ConfigModule.forRoot(settings), StorageModule],
      providers: [BattleLabeller, LanguageDetector, Relabeller],
    }
  }
}

export interface RebuildReport extends Rebuilt {
  labels?: Relabelled
}

/**
 * Makes the counts of all boards anew from the votes and, where asked, all labels by today's rules first.
 * @throws StartupError where a server runs on the data folder
 */
export async function rebuildBoard(
  settings: Settings,
  options: { labels: boolean; tell: (line: string) => void },
): Promise<RebuildReport> {
  Logger.overrideLogger(['error', 'fatal'])
  const app = await NestFactory.createApplicationContext(RebuildModule.forRoot(settings), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  })
  try {
    const { tell } = options
    const rebuilt = await app
      .get(CountRebuilder)
      .rebuild(({ battles }) => tell(`${battles.toLocaleString('en')} battles counted`))
    if (!options.labels) return rebuilt
    const labels = await app
      .get(Relabeller)
      .relabel(({ battles }) => tell(`${battles.toLocaleString('en')} battles labelled`))
    return { ...rebuilt, labels }
  } finally {
    await app.close()
  }
}
