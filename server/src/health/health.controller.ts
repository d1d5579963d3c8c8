import { Controller, Get } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { HealthCheck, HealthCheckService, type HealthCheckResult } from '@nestjs/terminus'
import { OpenHealth } from './open.health.js'
import { StorageHealth } from './storage.health.js'

/** For whoever watches the process: is it alive, can it serve. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly storage: StorageHealth,
    private readonly open: OpenHealth,
  ) {}

  @Get('live')
  @HealthCheck()
  live(): Promise<HealthCheckResult> {
    return this.health.check([])
  }

  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([() => this.storage.check(), () => this.open.check()])
  }
}
