import { Injectable } from '@nestjs/common'
import type { RoomFrame, RoomFrames, ServerEventMap } from '#shared/protocol/index'
import { RealtimeServer } from '../../realtime/realtime-server.js'
import { conversationRoom } from '../../realtime/rooms.js'
import { RoomOutput } from './room-output.js'

/** Frames go to the Socket.IO room of their conversation. */
@Injectable()
export class FrameBroadcaster extends RoomOutput {
  constructor(private readonly realtime: RealtimeServer) {
    super()
  }

  frame<E extends RoomFrame>(event: E, frame: RoomFrames[E]): void {
    this.realtime.emit(conversationRoom(frame.conversationId), event, frame as ServerEventMap[E])
  }
}
