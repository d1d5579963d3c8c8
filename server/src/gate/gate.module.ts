import { Global, Module } from '@nestjs/common'
import { AccessCodes } from './access-codes.js'
import { AccessController } from './access.controller.js'
import { Gate } from './gate.js'
import { GateMiddleware } from './gate.middleware.js'

@Global()
@Module({
  controllers: [AccessController],
  providers: [AccessCodes, Gate, GateMiddleware],
  exports: [AccessCodes, Gate, GateMiddleware],
})
export class GateModule {}
