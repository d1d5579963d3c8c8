import { AppError } from '../domain/app-error.js'

/** Pictures that may wait, beside those that models wait for. */
const WAITING = 64

export interface LaneUse {
  /** What a model waits for goes first and is never refused: there are no more of these than answers. */
  urgent?: boolean
}

let busy = false
const urgents: (() => void)[] = []
const others: (() => void)[] = []

/**
 * Runs work on a picture when no other is worked on, in the order of calls: the memory for one large picture
 * is what a small server can spare.
 * @throws AppError `rate_limited` when too many wait already
 */
export async function inLane<T>({ urgent = false }: LaneUse, work: () => Promise<T>): Promise<T> {
  if (busy) {
    const queue = urgent ? urgents : others
    if (!urgent && queue.length >= WAITING) {
      throw new AppError('rate_limited', 'Many pictures are on their way. Try again in a moment.', {
        retryAfterMs: 3000,
      })
    }
    // The lane is handed over, so it stays busy.
    await new Promise<void>((resolve) => queue.push(resolve))
  }
  busy = true
  try {
    return await work()
  } finally {
    const next = urgents.shift() ?? others.shift()
    if (next) next()
    else busy = false
  }
}
