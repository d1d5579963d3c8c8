import { Injectable } from '@nestjs/common'
import type {
  ClientToServerEvents,
  ServerEventMap,
  ServerToClientEvents,
} from '#shared/protocol/index'
import type { Server, Socket } from 'socket.io'
import { voterRoom } from './rooms.js'

export interface SocketData {
  voterId: string
  /** What stands for the address, as in `VisitorAddresses`. */
  address: string | undefined
}
export type ArenaServer = Server<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  SocketData
>
export type ArenaSocket = Socket<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  SocketData
>

/** The typed way to the rooms; the gateway of this folder brings the server when it is up. */
@Injectable()
export class RealtimeServer {
  private server: ArenaServer | undefined

  private readonly roomListeners = new Set<(room: string) => void>()

  /** Called with the name of a room after somebody has come in or gone. */
  onRoomChange(listener: (room: string) => void): () => void {
    this.roomListeners.add(listener)
    return () => this.roomListeners.delete(listener)
  }

  bind(server: ArenaServer): void {
    this.server = server
    const { adapter } = server.sockets
    const tell = (room: string) => this.roomListeners.forEach((listener) => listener(room))
    adapter.on('join-room', tell)
    adapter.on('leave-room', tell)
  }

  emit<E extends keyof ServerEventMap>(room: string, event: E, payload: ServerEventMap[E]): void {
    // The generic pair is checked at every call; Socket.IO's own overloads cannot express it.
    const emit = this.server?.to(room) as { emit(event: E, payload: ServerEventMap[E]): void }
    emit?.emit(event, payload)
  }

  /** How many sockets are in a room of this process. */
  size(room: string): number {
    return this.server?.sockets.adapter.rooms.get(room)?.size ?? 0
  }

  /** How many rooms of this process somebody is in, whose names begin like this. */
  rooms(prefix: string): number {
    const names = this.server?.sockets.adapter.rooms.keys() ?? []
    return [...names].filter((name) => name.startsWith(prefix)).length
  }

  /** Who is in a room of this process; each socket is a room of its own too, by its id. */
  members(room: string): { socketId: string; voterId: string }[] {
    const { adapter, sockets } = this.server?.sockets ?? {}
    return [...(adapter?.rooms.get(room) ?? [])].flatMap((socketId) => {
      const voterId = sockets?.get(socketId)?.data.voterId
      return voterId === undefined ? [] : [{ socketId, voterId }]
    })
  }

  /** Sends all tabs of a person away; they come back as whoever their cookie says then. */
  disconnect(voterId: string): void {
    this.server?.in(voterRoom(voterId)).disconnectSockets(true)
  }

  /** Takes all sockets of a person out of a room. */
  remove(room: string, voterId: string): void {
    this.server?.in(voterRoom(voterId)).socketsLeave(room)
  }
}
