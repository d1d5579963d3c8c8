import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import {
  ConversationPage,
  ConversationPatch,
  type ConversationList,
  type Snapshot,
} from '#shared/protocol/conversation'
import { SchemaPipe } from '../../edge/schema.pipe.js'
import { Limited } from '../../session/limited.decorator.js'
import { Voter } from '../../session/voter.decorator.js'
import { HistoryService } from './history.service.js'
import { SnapshotService } from '../conversations/snapshot.service.js'

@ApiTags('conversations')
@Controller('api/conversations')
export class ConversationController {
  constructor(
    private readonly history: HistoryService,
    private readonly snapshots: SnapshotService,
  ) {}

  @Get()
  page(
    @Voter() voter: string,
    @Query(new SchemaPipe(ConversationPage)) wanted: ConversationPage,
  ): Promise<ConversationList> {
    return this.history.page(voter, wanted)
  }

  @Get(':id')
  @Limited('joins')
  async snapshot(@Voter() voter: string, @Param('id') id: string): Promise<Snapshot> {
    return (await this.snapshots.take(id, voter)).snapshot
  }

  @Patch(':id')
  @HttpCode(204)
  change(
    @Voter() voter: string,
    @Param('id') id: string,
    @Body(new SchemaPipe(ConversationPatch)) patch: ConversationPatch,
  ): Promise<void> {
    return this.history.change(id, voter, patch)
  }

  @Delete(':id')
  @HttpCode(204)
  delete(@Voter() voter: string, @Param('id') id: string): Promise<void> {
    return this.history.delete(id, voter)
  }
}
