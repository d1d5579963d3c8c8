import { Global, Module } from '@nestjs/common'
import { RateLimits } from './rate-limits.js'
import { SocketPlaces } from './socket-places.js'

@Global()
@Module({ providers: [RateLimits, SocketPlaces], exports: [RateLimits, SocketPlaces] })
export class LimitsModule {}
