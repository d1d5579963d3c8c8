import type { Clock } from '../domain/ports.js'

const TELL_EVERY_MS = 2000

/** Says the first line after a while, and then now and then. */
export function sometimes(clock: Clock, say: (text: string) => void): (line: string) => void {
  let next = clock.now() + TELL_EVERY_MS
  return (line) => {
    if (clock.now() < next) return
    next = clock.now() + TELL_EVERY_MS
    say(`${line}\n`)
  }
}
