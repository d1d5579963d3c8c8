import { Global, Module } from '@nestjs/common'
import { Closing } from './closing.js'
import { RealtimeGateway } from './realtime.gateway.js'
import { RealtimeServer } from './realtime-server.js'

@Global()
@Module({
  providers: [Closing, RealtimeServer, RealtimeGateway],
  exports: [Closing, RealtimeServer],
})
export class RealtimeModule {}
