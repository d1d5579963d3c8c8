import type { EventEmitter } from 'node:events'
import type { Clock } from '../domain/ports.js'

/** A terminal and npm both pass Ctrl+C on, so the same wish arrives twice. */
const SAME_WISH_MS = 2_000

/**
 * Resolves at the first signal to stop. Another one within two seconds is the same one; whoever asks
 * again after that does not want to wait, and `giveUp` runs.
 */
export function stopWished(
  source: EventEmitter,
  signals: readonly NodeJS.Signals[],
  clock: Clock,
  giveUp: () => void,
): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined
    const wish = (): void => {
      if (first !== undefined && clock.now() - first >= SAME_WISH_MS) giveUp()
      first ??= clock.now()
      resolve()
    }
    for (const signal of signals) source.on(signal, wish)
  })
}
