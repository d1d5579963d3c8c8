import { Injectable } from '@nestjs/common'
import type { Board } from '#shared/protocol/leaderboard'
import { RealtimeServer } from '../realtime/realtime-server.js'

/** Sends a board to those who watch its slice. */
@Injectable()
export class BoardBroadcaster {
  constructor(private readonly realtime: RealtimeServer) {}

  updated(room: string, board: Board): void {
    this.realtime.emit(room, 'leaderboard:updated', board)
  }

  /** Whether anybody is in the room. */
  isWatched(room: string): boolean {
    return this.realtime.size(room) > 0
  }
}
