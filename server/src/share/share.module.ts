import { Module } from '@nestjs/common'
import { ShareService } from './share.service.js'

@Module({ providers: [ShareService], exports: [ShareService] })
export class ShareModule {}
