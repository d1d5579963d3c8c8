import type { Socket as TcpSocket } from 'node:net'
import { RealtimeServer, type ArenaServer } from '#server/realtime/realtime-server'
import type { TestArena } from './test-arena.js'

interface Connection {
  writeBuffer: { data?: string | Buffer }[]
  transport: { socket?: { _socket?: TcpSocket | null } }
}

/**
 * Reads how many bytes wait in this process for whoever came into a room last: in the queue of Engine.IO, and in
 * Node's own behind it. What the system keeps is not counted.
 */
export function waitingBytes({ app }: TestArena, room: string): () => number {
  const { server } = app.get(RealtimeServer) as unknown as { server: ArenaServer }
  const { adapter, sockets } = server.sockets
  const last = [...(adapter.rooms.get(room) ?? [])].at(-1)
  const connection = sockets.get(last!)!.conn as unknown as Connection
  return () => {
    const queued = connection.writeBuffer.map(({ data }) => (data ? Buffer.byteLength(data) : 0))
    const handed = connection.transport.socket?._socket?.writableLength ?? 0
    return queued.reduce((sum, bytes) => sum + bytes, handed)
  }
}
