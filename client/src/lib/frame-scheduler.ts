/** A page in the background draws no frames, yet its state and its title must go on. */
const HIDDEN_MS = 250

/** Calls `work` once for all calls before the next animation frame; `cancel` forgets what is due. */
export function frameScheduler(work: () => void): { schedule: () => void; cancel: () => void } {
  let revoke: (() => void) | null = null
  const run = () => {
    revoke = null
    work()
  }
  return {
    schedule() {
      if (revoke) return
      if (document.hidden) {
        const timer = setTimeout(run, HIDDEN_MS)
        revoke = () => clearTimeout(timer)
      } else {
        const frame = requestAnimationFrame(run)
        revoke = () => cancelAnimationFrame(frame)
      }
    },
    cancel() {
      revoke?.()
      revoke = null
    },
  }
}
