import { Controller, Delete, Get, HttpCode, Req, Res, StreamableFile } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { PersonalCounts } from '#shared/protocol/personal'
import { ROWS_HEADER } from '#shared/vocabulary'
import type { Response } from 'express'
import { Limited } from '../../session/limited.decorator.js'
import { SessionMiddleware, type VoterRequest } from '../../session/session.middleware.js'
import { Voter } from '../../session/voter.decorator.js'
import { PersonalService } from './personal.service.js'

@ApiTags('me')
@Controller('api/me')
export class PersonalController {
  constructor(
    private readonly personal: PersonalService,
    private readonly sessions: SessionMiddleware,
  ) {}

  @Get()
  counts(@Voter() voter: string): Promise<PersonalCounts> {
    return this.personal.counts(voter)
  }

  @Get('export')
  @Limited('joins')
  @ApiOkResponse({ content: { 'application/json': {} } })
  async everything(
    @Voter() voter: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { rows, lines } = await this.personal.everything(voter)
    response.setHeader(ROWS_HEADER, rows)
    return new StreamableFile(lines, {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="ringside-my-data.json"',
    })
  }

  /** The cookie of the browser is another one from then on, which nothing joins to what was before. */
  @Delete()
  @HttpCode(204)
  async erase(
    @Req() request: VoterRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { voterId, cookie } = await this.sessions.next(request)
    await this.personal.erase(request.voterId, voterId)
    response.append('Set-Cookie', cookie)
  }
}
