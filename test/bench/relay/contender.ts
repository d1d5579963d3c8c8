import type { BenchProcess } from '../support/bench-process.js'
import type { Ears } from './ears.js'

/** One person of a run: starts one conversation and listens. */
export interface Seat {
  /** Asks so many models; resolves when this person has heard that all have ended. */
  run(prompt: string, sides: 1 | 2): Promise<void>
  leave(): void
}

/** A server that relays answers, whichever way it does it. */
export interface Contender {
  name: string
  server: BenchProcess
  /**
   * `watchers` listen to the same conversation, each through a socket and with ears of its own; the last of them has
   * no websocket where `polling`.
   */
  sit(ears: Ears, watchers: readonly Ears[], polling?: boolean): Promise<Seat>
}

export type Transport = 'websocket' | 'polling'

/** What each of so many has, the last maybe none but polling. */
export const transportsOf = (count: number, polling = false): Transport[] =>
  Array.from({ length: count }, (_, index) =>
    polling && index === count - 1 ? 'polling' : 'websocket',
  )
