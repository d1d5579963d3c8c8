import { Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import { AdminGuard } from './admin.guard.js'
import type { AdminModel } from './admin-model.presenter.js'
import { AdminService, type Reloaded } from './admin.service.js'

@ApiTags('admin')
@ApiBearerAuth()
@Controller('api/admin')
@UseGuards(AdminGuard)
export class AdminController {
  constructor(private readonly admin: AdminService) {}

  @Post('reload')
  @HttpCode(200)
  reload(): Promise<Reloaded> {
    return this.admin.reload()
  }

  @Get('models')
  models(): Promise<{ models: AdminModel[] }> {
    return this.admin.models()
  }
}
