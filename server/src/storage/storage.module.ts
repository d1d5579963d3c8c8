import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common'
import { Settings } from '../config/settings.js'
import { AccessCodeRepository } from './access-code.repository.js'
import { ActivityRepository } from './activity.repository.js'
import { AuditRepository } from './audit.repository.js'
import { ConversationSearchRepository } from './conversation-search.repository.js'
import { DatabaseBackup } from './database-backup.js'
import { ExportRepository } from './export.repository.js'
import { ModelOverrideRepository } from './model-override.repository.js'
import { VoteSearchRepository } from './vote-search.repository.js'
import { AnswerRepository } from './answer.repository.js'
import { BattleCounts } from './battle-counts.js'
import { BattleRepository } from './battle.repository.js'
import { CommandRepository } from './command.repository.js'
import { ConversationRepository } from './conversation.repository.js'
import { CountRebuilder } from './count-rebuilder.js'
import { DrawRepository } from './draw.repository.js'
import { ExclusionRepository } from './exclusion.repository.js'
import { lockFolder } from './folder-lock.js'
import { HeldVoteRepository } from './held-vote.repository.js'
import { HistoryRepository } from './history.repository.js'
import { ImageRepository } from './image.repository.js'
import { KyselyDatabase } from './kysely-database.js'
import { ModelVersionRepository } from './model-version.repository.js'
import { openDatabase } from './open-database.js'
import { OwnVoteRepository } from './own-vote.repository.js'
import { PairCountRepository } from './pair-count.repository.js'
import { ParticipantRepository } from './participant.repository.js'
import { RatedVoteRepository } from './rated-vote.repository.js'
import { ReactionRepository } from './reaction.repository.js'
import { ScoreDayRepository } from './score-day.repository.js'
import { ShareLinkRepository } from './share-link.repository.js'
import { SnapshotRepository } from './snapshot.repository.js'
import { SpendingRepository } from './spending.repository.js'
import { VoteStandingRepository } from './vote-standing.repository.js'
import { VoteRepository } from './vote.repository.js'

const RELEASE_FOLDER = Symbol('release the data folder')

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
  ActivityRepository,
  AuditRepository,
  ConversationSearchRepository,
  DatabaseBackup,
  ExportRepository,
  ModelOverrideRepository,
  VoteSearchRepository,
  AccessCodeRepository,
  AnswerRepository,
  BattleCounts,
  BattleRepository,
  CommandRepository,
  ConversationRepository,
  CountRebuilder,
  DrawRepository,
  ExclusionRepository,
  HeldVoteRepository,
  HistoryRepository,
  ImageRepository,
  ModelVersionRepository,
  OwnVoteRepository,
  PairCountRepository,
  ParticipantRepository,
  RatedVoteRepository,
  ReactionRepository,
  ScoreDayRepository,
  ShareLinkRepository,
  SnapshotRepository,
  SpendingRepository,
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
