import { Global, Module } from '@nestjs/common'
import { PublicLink } from './public-link.js'
import { SessionMiddleware } from './session.middleware.js'
import { LimitsModule } from '../limits/limits.module.js'
import { SessionService } from './session.service.js'
import { TokenDoor } from './token-door.js'
import { VisitorAddresses } from './visitor-addresses.js'

@Global()
@Module({
  imports: [LimitsModule],
  providers: [PublicLink, SessionService, SessionMiddleware, TokenDoor, VisitorAddresses],
  exports: [PublicLink, SessionService, SessionMiddleware, TokenDoor, VisitorAddresses],
})
export class SessionModule {}
