import { AppError } from '../domain/app-error.js'

/** Decoders at work at once: each may need the memory of a 25-megapixel picture. */
const LANES = 2
const WAITING = 64

let running = 0
const queue: (() => void)[] = []

/**
 * Runs work on a picture when a lane is free, in the order of calls.
 * @throws AppError `rate_limited` when too many wait already
 */
export async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (running >= LANES) {
    if (queue.length >= WAITING) {
      throw new AppError('rate_limited', 'Many pictures are on their way. Try again in a moment.', {
        retryAfterMs: 3000,
      })
    }
    // The lane is handed over, so `running` counts on.
    await new Promise<void>((resolve) => queue.push(resolve))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
}
