import { Global, Module } from '@nestjs/common'
import { SessionMiddleware } from './session.middleware.js'
import { SessionService } from './session.service.js'

@Global()
@Module({
  providers: [SessionService, SessionMiddleware],
  exports: [SessionService, SessionMiddleware],
})
export class SessionModule {}
