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
 * A connection that leaves one unanswered is taken for dead and replaced.
 */
export async function request<E extends ClientEvent>(
  event: E,
  payload: Payload<E>,
  { attempts = ATTEMPTS, answerMs = ANSWER_MS } = {},
): Promise<Outcome<Reply<E>>> {
  // A generic event is beyond what the overloads of `emitWithAck` can follow.
  const emit = (): Promise<Ack<Reply<E>>> =>
    socket.timeout(answerMs).emitWithAck(event as never, ...([payload] as never))
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await emit()
    } catch {
      // Open and deaf, such as after a sleep: the library would notice in a minute, a new one is there at once.
      if (socket.connected) socket.disconnect().connect()
    }
  }
  return failed(socket.connected ? 'no_answer' : 'offline')
}

/** Whoever asks again after so long means it anew; in milliseconds. */
const REPEAT_MS = 120_000
let last: { words: string; id: string; sentAt: number } | null = null

/**
 * A request that must happen at most once. Nobody knows of an unanswered one whether it was carried out, so it
 * is repeated under its own id. The same words are a repeat only while nothing else was sent since, and while
 * `basis` is the same: what the page knew of the state that the command changes.
 */
export async function command<E extends CommandEvent>(
  event: E,
  payload: Omit<Payload<E>, 'commandId'>,
  basis?: unknown,
): Promise<Outcome<Reply<E>>> {
  const words = JSON.stringify([event, payload, basis])
  const now = Date.now()
  const repeated = last?.words === words && now - last.sentAt < REPEAT_MS
  const id = last && repeated ? last.id : commandId()
  last = { words, id, sentAt: now }
  const outcome = await request(event, { ...payload, commandId: id } as unknown as Payload<E>)
  if (!isUnanswered(outcome) && last.id === id) last = null
  return outcome
}
