import type { ArenaSocket } from './realtime-server.js'

type Connection = ArenaSocket['conn']

interface Packet {
  data?: string | Buffer
}

const sizeOf = ({ data }: Packet): number => (data === undefined ? 0 : Buffer.byteLength(data))

/** What may wait for one connection. */
const MOST_PACKETS = 500
const MOST_BYTES = 1_000_000

/**
 * Engine.IO keeps without limit what a client does not read, at the cost of everybody's memory. A
 * connection that falls this far behind is closed, so that the client comes back by itself and takes a
 * snapshot. The longest of what is handed to the transport already is not counted, nor is a packet that waits alone:
 * a long conversation over a slow line is no reason to begin again.
 */
export function cutSlowReader(connection: Connection, onCut: () => void): void {
  let packets = 0
  let bytes = 0
  /** With the transport, which has let go of all before when it takes these. */
  let handed = 0
  let cut = false
  connection.on('flush', (taken: Packet[]) => {
    const sizes = taken.map(sizeOf)
    handed = sizes.reduce((sum, size) => sum + size, 0) - Math.max(0, ...sizes)
    packets = 0
    bytes = 0
  })
  connection.on('packetCreate', (packet: Packet) => {
    // What can be sent at once does not wait.
    if (connection.transport.writable) return
    packets += 1
    bytes += sizeOf(packet)
    if (cut || packets < 2) return
    if (packets <= MOST_PACKETS && handed + bytes <= MOST_BYTES) return
    cut = true
    onCut()
    // After the broadcast that this packet is part of.
    queueMicrotask(() => close(connection))
  })
}

/** A farewell would wait in the same queue, so the transport goes at once; the client hears a lost connection. */
function close(connection: Connection): void {
  const { socket } = connection.transport as { socket?: { terminate?(): void } }
  connection.close(true)
  socket?.terminate?.()
}
