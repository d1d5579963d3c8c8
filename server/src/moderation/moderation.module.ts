import { Module } from '@nestjs/common'
import { ImagesModule } from '../images/images.module.js'
import { Moderation } from './moderation.service.js'

@Module({ imports: [ImagesModule], providers: [Moderation], exports: [Moderation] })
export class ModerationModule {}
