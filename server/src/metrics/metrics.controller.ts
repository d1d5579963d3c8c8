import { Controller, Get, Header, Req } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { Request } from 'express'
import { Settings } from '../config/settings.js'
import { TokenDoor } from '../session/token-door.js'
import { MetricsService } from './metrics.service.js'

/** Figures in the text format of Prometheus, for who has the admin token or `METRICS_TOKEN`. */
@ApiTags('operators')
@ApiBearerAuth()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: MetricsService,
    private readonly settings: Settings,
    private readonly door: TokenDoor,
  ) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOkResponse({ content: { 'text/plain': {} } })
  async scrape(@Req() request: Request): Promise<string> {
    const { adminToken, metricsToken } = this.settings
    await this.door.enter(request, [adminToken, metricsToken])
    return this.metrics.registry.metrics()
  }
}
