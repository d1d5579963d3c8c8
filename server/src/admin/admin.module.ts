import { Module } from '@nestjs/common'
import { ModerationModule } from '../moderation/moderation.module.js'
import { ProviderModule } from '../provider/provider.module.js'
import { AccessAdminController } from './access-admin.controller.js'
import { AccessAdminService } from './access-admin.service.js'
import { AdminController } from './admin.controller.js'
import { AdminService } from './admin.service.js'
import { ModerationController } from './moderation.controller.js'
import { SpendController } from './spend.controller.js'
import { SpendService } from './spend.service.js'
import { VoteAdminController } from './vote-admin.controller.js'
import { VoteAdminService } from './vote-admin.service.js'
import { VoteListService } from './vote-list.service.js'

@Module({
  imports: [ModerationModule, ProviderModule],
  controllers: [
    AccessAdminController,
    AdminController,
    ModerationController,
    SpendController,
    VoteAdminController,
  ],
  providers: [AccessAdminService, AdminService, SpendService, VoteAdminService, VoteListService],
})
export class AdminModule {}
