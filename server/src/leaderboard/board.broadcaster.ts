import { Injectable } from '@nestjs/common'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import { RealtimeServer } from '../realtime/realtime-server.js'
import { boardRoom } from '../realtime/rooms.js'
import { nameOf } from './slice-key.js'

/** The room of those who watch a slice. */
export const roomOf = (slice: Slice): string => boardRoom(nameOf(slice))

/** Sends a board to those who watch its slice. */
@Injectable()
export class BoardBroadcaster {
  constructor(private readonly realtime: RealtimeServer) {}

  updated(board: Board): void {
    this.realtime.emit(roomOf(board.slice), 'leaderboard:updated', board)
  }
}
