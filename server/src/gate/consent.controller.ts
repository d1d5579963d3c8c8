import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ConsentGiven, type ConsentState } from '#shared/protocol/pages'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { Limited } from '../session/limited.decorator.js'
import { Voter } from '../session/voter.decorator.js'
import { Consent } from './consent.js'

@ApiTags('me')
@Controller('api/consent')
export class ConsentController {
  constructor(private readonly consent: Consent) {}

  @Get()
  state(@Voter() voter: string): Promise<ConsentState> {
    return this.consent.state(voter)
  }

  @Post()
  @HttpCode(204)
  @Limited('joins')
  give(
    @Voter() voter: string,
    @Body(new SchemaPipe(ConsentGiven)) { version }: ConsentGiven,
  ): Promise<void> {
    return this.consent.give(voter, version)
  }
}
