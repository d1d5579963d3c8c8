import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Slice } from '#shared/protocol/leaderboard'
import type { BoardSnapshot } from '#shared/protocol/board-snapshot'
import type { Response } from 'express'
import { pipeline } from 'node:stream/promises'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { Limited } from '../session/limited.decorator.js'
import { Voter } from '../session/voter.decorator.js'
import { boardCsv } from './board-csv.js'
import { SnapshotService } from './snapshot.service.js'

/** Boards that can be cited: what is behind these addresses never changes. */
@ApiTags('leaderboard')
@Controller('api/leaderboard/snapshots')
export class SnapshotController {
  constructor(private readonly snapshots: SnapshotService) {}

  @Post()
  @HttpCode(200)
  @Limited('snapshots')
  take(
    @Body(new SchemaPipe(Slice)) slice: Slice,
    @Voter() voterId: string,
  ): Promise<BoardSnapshot> {
    return this.snapshots.take(slice, voterId)
  }

  @Get(':id')
  find(@Param('id') id: string): Promise<BoardSnapshot> {
    return this.snapshots.find(id)
  }

  @Get(':id/board.csv')
  @ApiOkResponse({ content: { 'text/csv': {} } })
  async csv(
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { board } = await this.snapshots.find(id)
    response.type('text/csv').attachment(`leaderboard-${id}.csv`)
    return boardCsv(board)
  }

  @Get(':id/votes.jsonl')
  @ApiOkResponse({ content: { 'application/x-ndjson': {} } })
  async votes(@Param('id') id: string, @Res() response: Response): Promise<void> {
    const { file } = await this.snapshots.votes(id)
    response.type('application/x-ndjson').attachment(`votes-${id}.jsonl`)
    await pipeline(file, response)
  }
}
