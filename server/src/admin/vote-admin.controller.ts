import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, UseGuards } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import { Order } from '#shared/protocol/admin-common'
import {
  VoteSearch,
  type AdminVoter,
  type VoteCounts,
  type VotePage,
  type VotesChanged,
} from '#shared/protocol/admin-votes'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { AdminGuard } from './admin.guard.js'
import { VoteAdminService } from './vote-admin.service.js'
import { VoteListService } from './vote-list.service.js'
import { LabelOrder } from './vote-orders.js'

@ApiTags('admin')
@ApiBearerAuth()
@Controller('api/admin')
@UseGuards(AdminGuard)
export class VoteAdminController {
  constructor(
    private readonly votes: VoteAdminService,
    private readonly lists: VoteListService,
  ) {}

  /** How many votes there are by state, and why some do not count. */
  @Get('votes/counts')
  counts(): Promise<VoteCounts> {
    return this.lists.counts()
  }

  @Get('votes')
  page(@Query(new SchemaPipe(VoteSearch)) query: VoteSearch): Promise<VotePage> {
    return this.lists.page(query)
  }

  @Post('votes/:id/withdraw')
  @HttpCode(200)
  withdraw(
    @Param('id') id: string,
    @Body(new SchemaPipe(Order)) { reason }: Order,
  ): Promise<VotesChanged> {
    return this.votes.withdraw(id, reason)
  }

  @Post('votes/:id/restore')
  @HttpCode(200)
  restoreVote(
    @Param('id') id: string,
    @Body(new SchemaPipe(Order)) { reason }: Order,
  ): Promise<VotesChanged> {
    return this.votes.restoreVote(id, reason)
  }

  @Post('voters/:id/exclude')
  @HttpCode(200)
  exclude(
    @Param('id') id: string,
    @Body(new SchemaPipe(Order)) { reason }: Order,
  ): Promise<VotesChanged> {
    return this.votes.exclude(id, reason)
  }

  @Post('voters/:id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @Body(new SchemaPipe(Order)) { reason }: Order,
  ): Promise<VotesChanged> {
    return this.votes.restore(id, reason)
  }

  @Put('battles/:id/labels')
  relabel(
    @Param('id') id: string,
    @Body(new SchemaPipe(LabelOrder)) { reason, ...given }: LabelOrder,
  ): Promise<VotesChanged> {
    return this.votes.relabel(id, given, reason)
  }

  /** Who votes, the busiest first. */
  @Get('voters')
  async voters(): Promise<{ voters: AdminVoter[] }> {
    return { voters: await this.lists.voters() }
  }
}
