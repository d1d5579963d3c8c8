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
  /** `watchers` listen to the same conversation, each through a socket and with ears of its own. */
  sit(ears: Ears, watchers: readonly Ears[]): Promise<Seat>
}
