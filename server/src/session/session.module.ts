import { Global, Module } from '@nestjs/common'
import { PublicLink } from './public-link.js'
import { SessionMiddleware } from './session.middleware.js'
import { SessionService } from './session.service.js'

@Global()
@Module({
  providers: [PublicLink, SessionService, SessionMiddleware],
  exports: [PublicLink, SessionService, SessionMiddleware],
})
export class SessionModule {}
