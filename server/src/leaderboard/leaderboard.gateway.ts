import { ConnectedSocket } from '@nestjs/websockets'
import type { Empty } from '#shared/protocol/common'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import { Gateway, On, Payload } from '../realtime/gateway.decorator.js'
import type { ArenaSocket } from '../realtime/realtime-server.js'
import { Voter } from '../session/voter.decorator.js'
import { roomOf, watchAlone } from './board-room.js'
import { BoardService } from './board.service.js'
import { LiveBoards } from './live-boards.js'

/** Watching a board: it is answered once, then pushed after every change until the socket watches another one. */
@Gateway()
export class LeaderboardGateway {
  constructor(
    private readonly boards: BoardService,
    private readonly live: LiveBoards,
  ) {}

  @On('leaderboard:watch')
  async watch(
    @ConnectedSocket() socket: ArenaSocket,
    @Voter() voter: string,
    @Payload('leaderboard:watch') slice: Slice,
  ): Promise<Board> {
    this.boards.spec(slice, voter)
    // In the room first, so that no change falls between the answer and the first push.
    await watchAlone(socket, roomOf(slice, voter))
    this.live.watch(slice, voter)
    return this.boards.board(slice, voter)
  }

  @On('leaderboard:unwatch')
  async unwatch(
    @ConnectedSocket() socket: ArenaSocket,
    @Voter() voter: string,
    @Payload('leaderboard:unwatch') slice: Slice,
  ): Promise<Empty> {
    await socket.leave(roomOf(slice, voter))
    return {}
  }
}
