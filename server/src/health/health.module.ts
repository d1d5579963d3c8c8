import { Module } from '@nestjs/common'
import { TerminusModule } from '@nestjs/terminus'
import { HealthController } from './health.controller.js'
import { OpenHealth } from './open.health.js'
import { StorageHealth } from './storage.health.js'

@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [OpenHealth, StorageHealth],
})
export class HealthModule {}
