import { Controller, Get, Query, Res } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { Board } from '#shared/protocol/leaderboard'
import type { Response } from 'express'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { Voter } from '../session/voter.decorator.js'
import { boardCsv } from './board-csv.js'
import { BoardQuery } from './board-query.js'
import { BoardService } from './board.service.js'

@ApiTags('leaderboard')
@Controller('api/leaderboard')
export class LeaderboardController {
  constructor(private readonly boards: BoardService) {}

  @Get()
  @ApiOkResponse({ content: { 'text/csv': {} } })
  async board(
    @Query(new SchemaPipe(BoardQuery)) { slice, format }: BoardQuery,
    @Voter() voterId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Board | string> {
    const board = await this.boards.board(slice, voterId)
    if (format === 'json') return board
    response.type('text/csv').attachment('leaderboard.csv')
    return boardCsv(board)
  }
}
