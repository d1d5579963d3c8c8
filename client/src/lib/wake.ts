/** A shorter absence costs no connection. */
const AWAY_MS = 5_000
const TICK_MS = 5_000
/** Between two ticks of a page that is shown there is no such pause, unless the machine slept. */
const SLEPT_MS = 20_000

/**
 * Calls `work` when the page is back: from the background, from sleep, from a lost network, from the browser's
 * memory. What it believed of its connection may be long untrue. @returns what ends it
 */
export function onWake(work: () => void): () => void {
  let hiddenAt = Date.now()
  let tickAt = Date.now()

  const onVisibility = () => {
    if (document.hidden) hiddenAt = Date.now()
    else if (Date.now() - hiddenAt >= AWAY_MS) work()
  }
  const onShow = (event: PageTransitionEvent) => event.persisted && work()
  const tick = () => {
    const slept = Date.now() - tickAt >= SLEPT_MS
    tickAt = Date.now()
    // A hidden page ticks as seldom as the browser likes.
    if (slept && !document.hidden) work()
  }

  document.addEventListener('visibilitychange', onVisibility)
  document.addEventListener('resume', work)
  window.addEventListener('online', work)
  window.addEventListener('pageshow', onShow)
  const timer = setInterval(tick, TICK_MS)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    document.removeEventListener('resume', work)
    window.removeEventListener('online', work)
    window.removeEventListener('pageshow', onShow)
    clearInterval(timer)
  }
}
