import { Controller, Get, UseGuards } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import type { AdminModeration } from '#shared/protocol/moderation'
import { Moderation } from '../moderation/moderation.service.js'
import { AdminGuard } from './admin.guard.js'
import { presentModeration } from './moderation.presenter.js'

@ApiTags('admin')
@ApiBearerAuth()
@Controller('api/admin/moderation')
@UseGuards(AdminGuard)
export class ModerationController {
  constructor(private readonly moderation: Moderation) {}

  /** Whether prompts are judged, and how it goes. */
  @Get()
  show(): AdminModeration {
    return presentModeration(this.moderation.report)
  }
}
