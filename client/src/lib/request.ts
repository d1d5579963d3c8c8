import type { Ack } from '#shared/protocol/common'
import type { ClientEvent, ClientEventMap } from '#shared/protocol/index'
import { commandId } from './command-id.js'
import { failed, isUnanswered, type Outcome } from './outcome.js'
import { socket } from './socket.js'

type Payload<E extends ClientEvent> = ClientEventMap[E][0]
type Reply<E extends ClientEvent> = ClientEventMap[E][1]

export type CommandEvent = {
  [E in ClientEvent]: Payload<E> extends { commandId: string } ? E : never
}[ClientEvent]

const ANSWER_MS = 8_000
const ATTEMPTS = 2

/**
 * One event and its acknowledgement. Every event may be repeated without harm (the commands by their id),
 * so an answer that got lost with the connection is asked for once more; emits wait for the connection.
 */
export async function request<E extends ClientEvent>(
  event: E,
  payload: Payload<E>,
  attempts = ATTEMPTS,
): Promise<Outcome<Reply<E>>> {
  // A generic event is beyond what the overloads of `emitWithAck` can follow.
  const emit = (): Promise<Ack<Reply<E>>> =>
    socket.timeout(ANSWER_MS).emitWithAck(event as never, ...([payload] as never))
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await emit()
    } catch {
      continue
    }
  }
  return failed(socket.connected ? 'no_answer' : 'offline')
}

const unanswered = new Map<string, string>()

/** A request that must happen at most once: until it is answered, the same words go out under the same id. */
export async function command<E extends CommandEvent>(
  event: E,
  payload: Omit<Payload<E>, 'commandId'>,
): Promise<Outcome<Reply<E>>> {
  const words = JSON.stringify([event, payload])
  const id = unanswered.get(words) ?? commandId()
  unanswered.set(words, id)
  const outcome = await request(event, { ...payload, commandId: id } as unknown as Payload<E>)
  if (!isUnanswered(outcome)) unanswered.delete(words)
  return outcome
}
