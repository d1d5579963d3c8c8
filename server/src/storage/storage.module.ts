import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common'
import { Settings } from '../config/settings.js'
import { AccessCodeRepository } from './admin/access-code.repository.js'
import { ActivityRepository } from './admin/activity.repository.js'
import { AuditRepository } from './admin/audit.repository.js'
import { ConsentRepository } from './admin/consent.repository.js'
import { ConversationSearchRepository } from './conversations/conversation-search.repository.js'
import { DatabaseBackup } from './database/database-backup.js'
import { ExportRepository } from './admin/export.repository.js'
import { ModelOverrideRepository } from './admin/model-override.repository.js'
import { VoteSearchRepository } from './votes/vote-search.repository.js'
import { AnswerRepository } from './conversations/answer.repository.js'
import { BattleCounts } from './boards/battle-counts.js'
import { BattleRepository } from './boards/battle.repository.js'
import { CommandRepository } from './conversations/command.repository.js'
import { ConversationRepository } from './conversations/conversation.repository.js'
import { CountRebuilder } from './boards/count-rebuilder.js'
import { DrawRepository } from './boards/draw.repository.js'
import { CountedVoteRepository } from './votes/counted-vote.repository.js'
import { ExclusionRepository } from './votes/exclusion.repository.js'
import { lockFolder } from './database/folder-lock.js'
import { HeldVoteRepository } from './votes/held-vote.repository.js'
import { HistoryRepository } from './conversations/history.repository.js'
import { PersonalRepository } from './conversations/personal.repository.js'
import { ImageRepository } from './conversations/image.repository.js'
import { LogShedder } from './database/log-shedder.js'
import { KyselyDatabase } from './database/kysely-database.js'
import { ModelVersionRepository } from './boards/model-version.repository.js'
import { openDatabase } from './database/open-database.js'
import { OwnVoteRepository } from './votes/own-vote.repository.js'
import { PairCountRepository } from './boards/pair-count.repository.js'
import { ParticipantRepository } from './conversations/participant.repository.js'
import { RatedVoteRepository } from './boards/rated-vote.repository.js'
import { ReactionRepository } from './conversations/reaction.repository.js'
import { ScoreDayRepository } from './boards/score-day.repository.js'
import { ShareLinkRepository } from './conversations/share-link.repository.js'
import { SnapshotRepository } from './boards/snapshot.repository.js'
import { SpendingRepository } from './admin/spending.repository.js'
import { VoteKeyRepository } from './votes/vote-key.repository.js'
import { VoteStandingRepository } from './votes/vote-standing.repository.js'
import { VoteRepository } from './votes/vote.repository.js'

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
  ConsentRepository,
  ConversationRepository,
  CountRebuilder,
  CountedVoteRepository,
  DrawRepository,
  ExclusionRepository,
  HeldVoteRepository,
  HistoryRepository,
  LogShedder,
  PersonalRepository,
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
  VoteKeyRepository,
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
