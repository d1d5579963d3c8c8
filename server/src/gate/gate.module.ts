import { Global, Module } from '@nestjs/common'
import { AccessCodes } from './access-codes.js'
import { AccessController } from './access.controller.js'
import { Consent } from './consent.js'
import { ConsentController } from './consent.controller.js'
import { Gate } from './gate.js'
import { GateMiddleware } from './gate.middleware.js'

@Global()
@Module({
  controllers: [AccessController, ConsentController],
  providers: [AccessCodes, Consent, Gate, GateMiddleware],
  exports: [AccessCodes, Consent, Gate, GateMiddleware],
})
export class GateModule {}
