import { Global, Module } from '@nestjs/common'
import { RealtimeGateway } from './realtime.gateway.js'
import { RealtimeServer } from './realtime-server.js'

@Global()
@Module({ providers: [RealtimeServer, RealtimeGateway], exports: [RealtimeServer] })
export class RealtimeModule {}
