import type { RoomFrame, RoomFrames } from '#shared/protocol/index'

/** Where frames of a conversation go; bound to its Socket.IO room, recorded in tests. */
export abstract class RoomOutput {
  abstract frame<E extends RoomFrame>(event: E, frame: RoomFrames[E]): void
}
