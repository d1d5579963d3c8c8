import { Controller, Get, Query, UseGuards } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import { SpendQuery, type AdminSpend } from '#shared/protocol/spend'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { AdminGuard } from './admin.guard.js'
import { SpendService } from './spend.service.js'

@ApiTags('admin')
@ApiBearerAuth()
@Controller('api/admin/spend')
@UseGuards(AdminGuard)
export class SpendController {
  constructor(private readonly spend: SpendService) {}

  /** What each model and day cost, and how the budgets stand. */
  @Get()
  show(@Query(new SchemaPipe(SpendQuery)) { days }: SpendQuery): Promise<AdminSpend> {
    return this.spend.show(days)
  }
}
