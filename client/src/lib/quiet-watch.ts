const LOOK_MS = 2_000
const QUIET_MS = 10_000

/**
 * Calls `ask` whenever something is awaited and nothing was heard for ten seconds: an event that got lost can
 * delay what the page shows, never hold it up. @returns `heard` for each sign of life, and what ends it
 */
export function quietWatch(awaited: () => boolean, ask: () => void) {
  let heardAt = Date.now()
  const timer = setInterval(() => {
    if (!awaited()) heardAt = Date.now()
    if (Date.now() - heardAt < QUIET_MS) return
    heardAt = Date.now()
    ask()
  }, LOOK_MS)
  return {
    heard: () => void (heardAt = Date.now()),
    stop: () => clearInterval(timer),
  }
}
