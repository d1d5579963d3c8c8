import { Body, Controller, Get, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import type { Request } from 'express'
import { AccessCodeOrder, type AdminAccess, type NewAccessCode } from '#shared/protocol/access'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { AccessAdminService } from './access-admin.service.js'
import { AdminGuard } from './admin.guard.js'

@ApiTags('admin')
@ApiBearerAuth()
@Controller('api/admin/access/codes')
@UseGuards(AdminGuard)
export class AccessAdminController {
  constructor(private readonly access: AccessAdminService) {}

  @Get()
  list(): Promise<AdminAccess> {
    return this.access.list()
  }

  @Post()
  create(
    @Req() { protocol, headers }: Request,
    @Body(new SchemaPipe(AccessCodeOrder)) order: AccessCodeOrder,
  ): Promise<NewAccessCode> {
    return this.access.create(order, `${protocol}://${headers.host}`)
  }

  /** Whoever came in by it is out at once. */
  @Post(':id/revoke')
  @HttpCode(204)
  revoke(@Param('id') id: string): Promise<void> {
    return this.access.revoke(id)
  }
}
