import { receive, type Feed } from './conversation-feed.js'
import type { Numbered } from './conversation-frames.js'
import { frameScheduler } from './frame-scheduler.js'

/**
 * Frames wait here, outside of Vue, and enter the feed once an animation frame: a hundred of them cost one
 * rendering. `onGap` is told when one is missing.
 */
export function roomInbox(feed: Feed, onGap: () => void) {
  let waiting: Numbered[] = []
  const { schedule, cancel } = frameScheduler(flush)

  function flush(): void {
    const frames = waiting
    waiting = []
    if (frames.map((frame) => receive(feed, frame)).includes('gap')) onGap()
  }

  return {
    flush,
    take(frame: Numbered): void {
      waiting.push(frame)
      schedule()
    },
    clear(): void {
      cancel()
      waiting = []
    },
  }
}
