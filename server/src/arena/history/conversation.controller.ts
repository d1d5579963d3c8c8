import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Query, Res } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { type Snapshot } from '#shared/protocol/conversation'
import {
  ConversationPage,
  ConversationPatch,
  type ConversationList,
} from '#shared/protocol/history'
import { ConversationExport, type ConversationFormat } from '#shared/protocol/export'
import type { Response } from 'express'
import { SchemaPipe } from '../../edge/schema.pipe.js'
import { Limited } from '../../session/limited.decorator.js'
import { Voter } from '../../session/voter.decorator.js'
import { exportFileName } from './export/export-file-name.js'
import { exportMarkdown } from './export/export-markdown.js'
import { presentExport } from './export/export.presenter.js'
import { EXPORT_WORDS } from './export/export-words.js'
import { HistoryService } from './history.service.js'
import { SnapshotService } from '../conversations/snapshot.service.js'

const ENDINGS: Record<ConversationFormat, string> = { markdown: 'md', json: 'json' }

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

  @Get(':id/export')
  @Limited('joins')
  @ApiOkResponse({ content: { 'text/markdown': {}, 'application/json': {} } })
  async export(
    @Voter() voter: string,
    @Param('id') id: string,
    @Query(new SchemaPipe(ConversationExport))
    { format = 'markdown', lang = 'en' }: ConversationExport,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const file = presentExport((await this.snapshots.take(id, voter)).snapshot)
    // The ending decides the type.
    response.attachment(exportFileName(file.title, ENDINGS[format]))
    return format === 'json'
      ? `${JSON.stringify(file, null, 2)}\n`
      : exportMarkdown(file, EXPORT_WORDS[lang])
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
