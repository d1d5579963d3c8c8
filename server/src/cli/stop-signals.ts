import type { EventEmitter } from 'node:events'
import type { Clock } from '../domain/ports.js'

/** A terminal and npm both pass Ctrl+C on, so the same wish arrives twice. */
const SAME_WISH_MS = 2_000

export interface StopWishes {
  /** At the first signal: come to an end. */
  stop: Promise<void>
  /** At the second: wait for nothing. */
  hurry: Promise<void>
}

/**
 * Hears signals to stop. One that comes within two seconds of the last is the same one; whoever asks for the
 * third time has waited enough, and `giveUp` runs.
 */
export function stopWished(
  source: EventEmitter,
  signals: readonly NodeJS.Signals[],
  clock: Clock,
  giveUp: () => void,
): StopWishes {
  const steps: (() => void)[] = []
  const stop = new Promise<void>((resolve) => steps.push(resolve))
  const hurry = new Promise<void>((resolve) => steps.push(resolve))
  let heardAt = -Infinity
  const wish = (): void => {
    const same = clock.elapsed() - heardAt < SAME_WISH_MS
    heardAt = clock.elapsed()
    if (!same) (steps.shift() ?? giveUp)()
  }
  for (const signal of signals) source.on(signal, wish)
  return { stop, hurry }
}
