import { Module } from '@nestjs/common'
import { ProviderModule } from '../provider/provider.module.js'
import { AdminController } from './admin.controller.js'
import { AdminService } from './admin.service.js'
import { VoteAdminController } from './vote-admin.controller.js'
import { VoteAdminService } from './vote-admin.service.js'
import { VoteListService } from './vote-list.service.js'

@Module({
  imports: [ProviderModule],
  controllers: [AdminController, VoteAdminController],
  providers: [AdminService, VoteAdminService, VoteListService],
})
export class AdminModule {}
