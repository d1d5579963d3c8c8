import { Body, Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import {
  ModelOrder,
  ModelSetting,
  type AdminModel,
  type ModelTest,
  type Reloaded,
} from '#shared/protocol/admin-models'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { AdminGuard } from './admin.guard.js'
import { ModelAdminService } from './model-admin.service.js'
import { ModelTestService } from './model-test.service.js'

/** Names are in the body: one may hold a slash, which not every proxy passes on within an address. */
@ApiTags('admin')
@ApiBearerAuth()
@Controller('api/admin')
@UseGuards(AdminGuard)
export class ModelAdminController {
  constructor(
    private readonly admin: ModelAdminService,
    private readonly tests: ModelTestService,
  ) {}

  @Post('reload')
  @HttpCode(200)
  reload(): Promise<Reloaded> {
    return this.admin.reload()
  }

  @Get('models')
  async models(): Promise<{ models: AdminModel[] }> {
    return { models: await this.admin.list() }
  }

  @Post('models/set')
  @HttpCode(200)
  set(@Body(new SchemaPipe(ModelSetting)) setting: ModelSetting): Promise<AdminModel> {
    return this.admin.set(setting)
  }

  @Post('models/clear')
  @HttpCode(200)
  clear(@Body(new SchemaPipe(ModelOrder)) { name }: ModelOrder): Promise<AdminModel> {
    return this.admin.clear(name)
  }

  @Post('models/test')
  @HttpCode(200)
  test(@Body(new SchemaPipe(ModelOrder)) { name }: ModelOrder): Promise<ModelTest> {
    return this.tests.run(name)
  }
}
