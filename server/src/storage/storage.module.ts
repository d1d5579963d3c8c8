import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common'
import { join } from 'node:path'
import { Settings } from '../config/settings.js'
import { StartupError } from '../config/startup-error.js'
import { AnswerRepository } from './answer.repository.js'
import { BattleCounts } from './battle-counts.js'
import { BattleRepository } from './battle.repository.js'
import { CommandRepository } from './command.repository.js'
import { ConversationRepository } from './conversation.repository.js'
import { CountRebuilder } from './count-rebuilder.js'
import { postgresDialect, sqliteDialect } from './dialect.js'
import { DrawRepository } from './draw.repository.js'
import { ExclusionRepository } from './exclusion.repository.js'
import { lockFolder } from './folder-lock.js'
import { HistoryRepository } from './history.repository.js'
import { ImageRepository } from './image.repository.js'
import { KyselyDatabase } from './kysely-database.js'
import { migrate } from './migrator.js'
import { ModelVersionRepository } from './model-version.repository.js'
import { OwnVoteRepository } from './own-vote.repository.js'
import { PairCountRepository } from './pair-count.repository.js'
import { RatedVoteRepository } from './rated-vote.repository.js'
import { ScoreDayRepository } from './score-day.repository.js'
import { StyledBattleRepository } from './styled-battle.repository.js'
import { VoteAuditRepository } from './vote-audit.repository.js'
import { VoteStandingRepository } from './vote-standing.repository.js'
import { VoteRepository } from './vote.repository.js'

const RELEASE_FOLDER = Symbol('release the data folder')

/** Opens the database that the settings name and brings its schema up to date. */
async function openDatabase(settings: Settings): Promise<KyselyDatabase> {
  const database = settings.databaseUrl
    ? new KyselyDatabase(postgresDialect(settings.databaseUrl), 'postgres')
    : openFile(join(settings.dataDir, 'ringside.sqlite'))
  await migrate(database)
  return database
}

function openFile(file: string): KyselyDatabase {
  try {
    return new KyselyDatabase(sqliteDialect(file), 'sqlite')
  } catch (error) {
    if (!DAMAGED.has((error as { code?: string }).code ?? '')) throw error
    throw new StartupError(
      `The database ${file} is damaged or no database. It was left as it is: put a backup in its place, or choose another folder with DATA_DIR.`,
      78,
    )
  }
}

const DAMAGED = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT'])

@Injectable()
class StorageLifetime implements OnApplicationShutdown {
  constructor(
    private readonly database: KyselyDatabase,
    @Inject(RELEASE_FOLDER) private readonly releaseFolder: () => void,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close()
    this.releaseFolder()
  }
}

const repositories = [
  AnswerRepository,
  BattleCounts,
  BattleRepository,
  CommandRepository,
  ConversationRepository,
  CountRebuilder,
  DrawRepository,
  ExclusionRepository,
  HistoryRepository,
  ImageRepository,
  ModelVersionRepository,
  OwnVoteRepository,
  PairCountRepository,
  RatedVoteRepository,
  ScoreDayRepository,
  StyledBattleRepository,
  VoteAuditRepository,
  VoteRepository,
  VoteStandingRepository,
]

@Global()
@Module({
  providers: [
    {
      provide: RELEASE_FOLDER,
      inject: [Settings],
      useFactory: (settings: Settings) => lockFolder(settings.dataDir),
    },
    {
      provide: KyselyDatabase,
      // The folder is locked before its database is opened.
      inject: [Settings, RELEASE_FOLDER],
      useFactory: openDatabase,
    },
    StorageLifetime,
    ...repositories,
  ],
  exports: [KyselyDatabase, ...repositories],
})
export class StorageModule {}
