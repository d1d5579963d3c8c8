import { Controller, Get, HttpCode, Post, Query, UseGuards } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import { AuditQuery, type AuditPage, type Backups, type Overview } from '#shared/protocol/admin'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { AdminGuard } from './admin.guard.js'
import { AuditTrail } from './audit-trail.js'
import { BackupService } from './backup.service.js'
import { OverviewService } from './overview.service.js'

/** How the arena is doing, and what was done about it. */
@ApiTags('admin')
@ApiBearerAuth()
@Controller('api/admin')
@UseGuards(AdminGuard)
export class AdminController {
  constructor(
    private readonly figures: OverviewService,
    private readonly trail: AuditTrail,
    private readonly copies: BackupService,
  ) {}

  @Get('overview')
  overview(): Promise<Overview> {
    return this.figures.read()
  }

  @Get('audit')
  audit(@Query(new SchemaPipe(AuditQuery)) { before }: AuditQuery): Promise<AuditPage> {
    return this.trail.page(before)
  }

  @Get('backups')
  backups(): Backups {
    return this.copies.state()
  }

  @Post('backups')
  @HttpCode(202)
  backup(): Backups {
    return this.copies.begin()
  }
}
