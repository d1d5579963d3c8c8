import { Module } from '@nestjs/common'
import { ArenaModule } from '../arena/arena.module.js'
import { VoteLines } from '../leaderboard/votes-file/vote-lines.js'
import { ModerationModule } from '../moderation/moderation.module.js'
import { ProviderModule } from '../provider/provider.module.js'
import { ShareModule } from '../share/share.module.js'
import { AccessAdminController } from './access-admin.controller.js'
import { AccessAdminService } from './access-admin.service.js'
import { AdminController } from './admin.controller.js'
import { AuditTrail } from './audit-trail.js'
import { BackupService } from './backup.service.js'
import { ConversationAdminController } from './conversation-admin.controller.js'
import { ConversationAdminService } from './conversation-admin.service.js'
import { ExportController } from './export.controller.js'
import { ExportService } from './export.service.js'
import { LiveFigures } from './live-figures.js'
import { ModelAdminController } from './model-admin.controller.js'
import { ModelAdminService } from './model-admin.service.js'
import { ModelTestService } from './model-test.service.js'
import { ModerationController } from './moderation.controller.js'
import { OverviewService } from './overview.service.js'
import { SpendController } from './spend.controller.js'
import { SpendService } from './spend.service.js'
import { VoteAdminController } from './vote-admin.controller.js'
import { VoteAdminService } from './vote-admin.service.js'
import { VoteListService } from './vote-list.service.js'

@Module({
  imports: [ArenaModule, ModerationModule, ProviderModule, ShareModule],
  controllers: [
    AccessAdminController,
    AdminController,
    ConversationAdminController,
    ExportController,
    ModelAdminController,
    ModerationController,
    SpendController,
    VoteAdminController,
  ],
  providers: [
    AccessAdminService,
    AuditTrail,
    BackupService,
    ConversationAdminService,
    ExportService,
    LiveFigures,
    ModelAdminService,
    ModelTestService,
    OverviewService,
    SpendService,
    VoteAdminService,
    VoteLines,
    VoteListService,
  ],
})
export class AdminModule {}
