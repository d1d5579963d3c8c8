import { Controller, Get, Header, Headers } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { bearsToken } from '../edge/bearer-token.js'
import { MetricsService } from './metrics.service.js'

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: MetricsService,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  scrape(@Headers('authorization') authorization?: string): Promise<string> {
    const { adminToken, metricsToken } = this.settings
    if (!bearsToken(authorization, [adminToken, metricsToken])) {
      throw new AppError('unauthorized', 'The figures need the admin token or METRICS_TOKEN.')
    }
    return this.metrics.registry.metrics()
  }
}
