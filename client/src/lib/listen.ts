import type { RoomFrame, ServerEventMap } from '#shared/protocol/index'
import type { Numbered } from './conversation-frames.js'
import { socket } from './socket.js'

const ROOM_FRAMES = [
  'turn:started',
  'turn:queued',
  'turn:done',
  'answer:started',
  'answer:delta',
  'answer:done',
  'answer:failed',
] as const satisfies readonly RoomFrame[]

interface RoomListener {
  connect: () => void
  frame: (numbered: Numbered) => void
  revealed: (event: ServerEventMap['conversation:revealed']) => void
  changed: (event: ServerEventMap['conversation:changed']) => void
}

/** Binds all that a conversation's page hears; what comes back unbinds it. */
export function listenTo(listener: RoomListener): () => void {
  const bound: [string, (event: never) => void][] = [
    ['connect', listener.connect],
    ['conversation:revealed', listener.revealed],
    ['conversation:changed', listener.changed],
    ...ROOM_FRAMES.map((event): [string, (frame: never) => void] => [
      event,
      (frame: Numbered['frame']) => listener.frame({ event, frame } as Numbered),
    ]),
  ]
  bound.forEach(([event, take]) => socket.on(event as 'connect', take as () => void))
  return () => bound.forEach(([event, take]) => socket.off(event as 'connect', take as () => void))
}
