import type { Snapshot } from '#shared/protocol/conversation'
import { applyFrame, type Numbered } from './conversation-frames.js'

/** A conversation as it is followed: what is known of it, up to which frame, and what a snapshot may not hold yet. */
export interface Feed {
  snapshot: Snapshot | null
  seq: number
  early: Numbered[]
  /** Snapshots that are on their way. */
  asked: number
}

export const emptyFeed = (): Feed => ({ snapshot: null, seq: 0, early: [], asked: 0 })

/** A snapshot is asked for. Frames can overtake it on its way: until it comes, they are kept as well as applied. */
export function ask(feed: Feed): void {
  feed.asked += 1
}

/** The answer has come, if only that there is no snapshot. */
export function answered(feed: Feed): void {
  feed.asked = Math.max(0, feed.asked - 1)
}

/**
 * Takes a frame in. `gap` says that a frame before it is missing: only a new snapshot can help. Until one comes
 * frames are kept; a frame that the snapshot already holds is dropped.
 */
export function receive(feed: Feed, numbered: Numbered): 'taken' | 'gap' {
  const { seq } = numbered.frame
  if (feed.snapshot && seq <= feed.seq) return 'taken'
  const isGap = feed.snapshot !== null && seq > feed.seq + 1
  if (!feed.snapshot || isGap || feed.asked > 0) feed.early.push(numbered)
  if (isGap) return 'gap'
  if (feed.snapshot) {
    applyFrame(feed.snapshot, numbered)
    feed.seq = seq
  }
  return 'taken'
}

/** Starts again from the snapshot that was asked for and plays what it does not hold; `gap` as in `receive`. */
export function restart(feed: Feed, snapshot: Snapshot, seq: number): 'taken' | 'gap' {
  answered(feed)
  const early = feed.early.sort((one, other) => one.frame.seq - other.frame.seq)
  feed.snapshot = snapshot
  feed.seq = seq
  feed.early = []
  return early.map((numbered) => receive(feed, numbered)).includes('gap') ? 'gap' : 'taken'
}
