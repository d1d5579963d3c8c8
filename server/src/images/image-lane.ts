import { AppError } from '../domain/app-error.js'

/** Decoders at work at once: what two of them hold in memory is what a small server can spare. */
const LANES = 2
const WAITING = 64

export interface LaneUse {
  /** What a model waits for goes first and is never refused: there are no more of these than answers. */
  urgent?: boolean
  /** A picture that needs the memory of both lanes. */
  alone?: boolean
}

interface Waiting {
  lanes: number
  start: () => void
}

let free = LANES
const urgents: Waiting[] = []
const others: Waiting[] = []

/**
 * Runs work on a picture when a lane is free, in the order of calls.
 * @throws AppError `rate_limited` when too many wait already
 */
export async function inLane<T>(
  { urgent = false, alone = false }: LaneUse,
  work: () => Promise<T>,
): Promise<T> {
  const queue = urgent ? urgents : others
  if (!urgent && queue.length >= WAITING) {
    throw new AppError('rate_limited', 'Many pictures are on their way. Try again in a moment.', {
      retryAfterMs: 3000,
    })
  }
  const lanes = alone ? LANES : 1
  await new Promise<void>((start) => {
    queue.push({ lanes, start })
    admit()
  })
  try {
    return await work()
  } finally {
    free += lanes
    admit()
  }
}

/** Whoever is first waits for as many lanes as it needs, and nobody overtakes it: else it would wait forever. */
function admit(): void {
  for (;;) {
    const queue = urgents.length > 0 ? urgents : others
    const first = queue[0]
    if (!first || first.lanes > free) return
    queue.shift()
    free -= first.lanes
    first.start()
  }
}
