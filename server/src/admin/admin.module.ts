import { Module } from '@nestjs/common'
import { ProviderModule } from '../provider/provider.module.js'
import { AdminController } from './admin.controller.js'
import { AdminService } from './admin.service.js'

@Module({ imports: [ProviderModule], controllers: [AdminController], providers: [AdminService] })
export class AdminModule {}
