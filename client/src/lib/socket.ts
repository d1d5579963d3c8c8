import { io, type Socket } from 'socket.io-client'
import type { ClientToServerEvents, ServerToClientEvents } from '#shared/protocol/index'
import { inBase } from './base-url.js'

export type ArenaSocket = Socket<ServerToClientEvents, ClientToServerEvents>

/** The one connection of this page; the connection store opens it once the session cookie is there. */
export const socket: ArenaSocket = io({
  path: inBase('socket.io').pathname,
  autoConnect: false,
  reconnectionDelay: 500,
  reconnectionDelayMax: 5_000,
})
