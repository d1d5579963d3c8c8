import type { Snapshot } from '#shared/protocol/conversation'
import { applyFrame, type Numbered } from './conversation-frames.js'

/** A conversation as it is followed: what is known of it, up to which frame, and what came too early. */
export interface Feed {
  snapshot: Snapshot | null
  seq: number
  early: Numbered[]
}

export const emptyFeed = (): Feed => ({ snapshot: null, seq: 0, early: [] })

/**
 * Takes a frame in. `gap` says that a frame before it is missing: only a new snapshot can help. Until one comes
 * frames are kept; a frame that the snapshot already holds is dropped.
 */
export function receive(feed: Feed, numbered: Numbered): 'taken' | 'gap' {
  if (!feed.snapshot) {
    feed.early.push(numbered)
    return 'taken'
  }
  const { seq } = numbered.frame
  if (seq <= feed.seq) return 'taken'
  if (seq > feed.seq + 1) {
    feed.early.push(numbered)
    return 'gap'
  }
  applyFrame(feed.snapshot, numbered)
  feed.seq = seq
  return 'taken'
}

/** Starts again from a snapshot and plays what came early; `gap` as in `receive`. */
export function restart(feed: Feed, snapshot: Snapshot, seq: number): 'taken' | 'gap' {
  const early = feed.early.sort((one, other) => one.frame.seq - other.frame.seq)
  feed.snapshot = snapshot
  feed.seq = seq
  feed.early = []
  return early.map((numbered) => receive(feed, numbered)).includes('gap') ? 'gap' : 'taken'
}
