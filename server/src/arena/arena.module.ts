import { Module } from '@nestjs/common'
import { MulterModule } from '@nestjs/platform-express'
import { IMAGE_BYTES } from '#shared/limits'
import { ImageFiles } from '../images/image-files.js'
import { ImagesModule } from '../images/images.module.js'
import { ModerationModule } from '../moderation/moderation.module.js'
import { ProviderModule } from '../provider/provider.module.js'
import { Access } from './access/access.js'
import { ArenaGateway } from './arena.gateway.js'
import { CardService } from './models/card.service.js'
import { CommandLog } from './access/command-log.js'
import { ContestantsService } from './models/contestants.js'
import { ConversationController } from './history/conversation.controller.js'
import { ConversationLocks } from './access/conversation-locks.js'
import { ConversationService } from './conversations/conversation.service.js'
import { Drain } from './turns/drain.js'
import { EarlyVotes } from './votes/early-votes.js'
import { Erasure } from './history/erasure.js'
import { HistoryService } from './history/history.service.js'
import { IdentityWatch } from './votes/identity-watch.js'
import { ImageAccess } from './pictures/image-access.js'
import { ImageController } from './pictures/image.controller.js'
import { ImageService } from './pictures/image.service.js'
import { BattleLabeller } from './labelling/battle-labeller.js'
import { LabelUpkeep } from './labelling/label-upkeep.js'
import { LanguageDetector } from './labelling/language-detector.js'
import { Relabeller } from './labelling/relabeller.js'
import { AnswerFlusher } from './live/answer-flusher.js'
import { AnswerRestarts } from './live/answer-restarts.js'
import { Attempts } from './live/attempts.js'
import { LiveTurns } from './live/live-turns.js'
import { Patience } from './live/patience.js'
import { RoomOutput } from './live/room-output.js'
import { Substitutes } from './live/substitutes.js'
import { TurnLimits } from './live/turn-limits.js'
import { TurnRunner } from './live/turn-runner.js'
import { ModelVersions } from './models/model-versions.js'
import { PagesController } from './models/pages.controller.js'
import { PersonalController } from './personal/personal.controller.js'
import { PersonalService } from './personal/personal.service.js'
import { Recovery } from './turns/recovery.js'
import { Retention } from './history/retention.js'
import { Reveals } from './votes/reveals.js'
import { RoomHolds } from './rooms/room-holds.js'
import { RoomStates } from './rooms/room-states.js'
import { ShareKeys } from './rooms/share-keys.js'
import { FrameBroadcaster } from './live/frame.broadcaster.js'
import { RoomGateway } from './rooms/room.gateway.js'
import { RoomService } from './rooms/room.service.js'
import { RunningTurns } from './turns/running-turns.js'
import { ShareAddress } from './rooms/share-address.js'
import { SiteController } from './models/site.controller.js'
import { SnapshotService } from './conversations/snapshot.service.js'
import { SubstitutesService } from './turns/substitutes.service.js'
import { TurnLauncher } from './turns/turn-launcher.js'
import { TurnService } from './turns/turn.service.js'
import { VoteFinalizer } from './votes/vote-finalizer.js'
import { VoteKeySweeper } from './votes/vote-key-sweeper.js'
import { VoteLedger } from './votes/vote-ledger.js'
import { VoteService } from './votes/vote.service.js'

@Module({
  imports: [
    ProviderModule,
    ImagesModule,
    ModerationModule,
    MulterModule.registerAsync({
      imports: [ImagesModule],
      inject: [ImageFiles],
      useFactory: ({ unfinished }: ImageFiles) => ({
        dest: unfinished,
        limits: { fileSize: IMAGE_BYTES, files: 1, fields: 0, parts: 1 },
      }),
    }),
  ],
  controllers: [
    ConversationController,
    ImageController,
    PagesController,
    PersonalController,
    SiteController,
  ],
  providers: [
    Access,
    AnswerFlusher,
    AnswerRestarts,
    ArenaGateway,
    Attempts,
    BattleLabeller,
    CardService,
    CommandLog,
    ContestantsService,
    ConversationLocks,
    ConversationService,
    Drain,
    EarlyVotes,
    Erasure,
    HistoryService,
    IdentityWatch,
    ImageAccess,
    ImageService,
    LabelUpkeep,
    LanguageDetector,
    LiveTurns,
    ModelVersions,
    Patience,
    PersonalService,
    Recovery,
    Relabeller,
    Retention,
    Reveals,
    RoomGateway,
    RoomHolds,
    RoomService,
    RoomStates,
    RunningTurns,
    ShareAddress,
    ShareKeys,
    SnapshotService,
    TurnLauncher,
    TurnLimits,
    TurnRunner,
    TurnService,
    VoteFinalizer,
    VoteKeySweeper,
    VoteLedger,
    VoteService,
    { provide: RoomOutput, useClass: FrameBroadcaster },
    { provide: Substitutes, useClass: SubstitutesService },
  ],
  exports: [LiveTurns],
})
export class ArenaModule {}
