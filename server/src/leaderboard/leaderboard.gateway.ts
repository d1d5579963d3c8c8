import { ConnectedSocket } from '@nestjs/websockets'
import type { Empty } from '#shared/protocol/common'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import { Gateway, On, Payload } from '../realtime/gateway.decorator.js'
import type { ArenaSocket } from '../realtime/realtime-server.js'
import { roomOf } from './board-room.js'
import { BoardService } from './board.service.js'
import { LiveBoards } from './live-boards.js'

/** Watching a board: it is answered once, then pushed after every change. */
@Gateway()
export class LeaderboardGateway {
  constructor(
    private readonly boards: BoardService,
    private readonly live: LiveBoards,
  ) {}

  @On('leaderboard:watch')
  async watch(
    @ConnectedSocket() socket: ArenaSocket,
    @Payload('leaderboard:watch') slice: Slice,
  ): Promise<Board> {
    const { voterId } = socket.data
    this.boards.spec(slice, voterId)
    // In the room first, so that no change falls between the answer and the first push.
    await socket.join(roomOf(slice, voterId))
    this.live.watch(slice, voterId)
    return this.boards.board(slice, voterId)
  }

  @On('leaderboard:unwatch')
  async unwatch(
    @ConnectedSocket() socket: ArenaSocket,
    @Payload('leaderboard:unwatch') slice: Slice,
  ): Promise<Empty> {
    await socket.leave(roomOf(slice, socket.data.voterId))
    return {}
  }
}
