import type { Clock } from '../domain/ports.js'

const TELL_EVERY_MS = 2000

/** Says the first line after a while, and then now and then. */
export function sometimes(clock: Clock, say: (text: string) => void): (line: string) => void {
  let next = clock.elapsed() + TELL_EVERY_MS
  return (line) => {
    if (clock.elapsed() < next) return
    next = clock.elapsed() + TELL_EVERY_MS
    say(`${line}\n`)
  }
}
