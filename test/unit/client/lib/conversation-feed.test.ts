import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '#shared/protocol/conversation'
import {
  ask,
  emptyFeed,
  receive,
  restart,
  type Feed,
} from '../../../../client/src/lib/conversation-feed.js'
import { applyFrame, type Numbered } from '../../../../client/src/lib/conversation-frames.js'
import { aSnapshot } from '../arena/a-conversation.js'
import { holds } from '../../../support/holds.js'

type Words = { side: 'a' | 'b'; kind: 'text' | 'reasoning'; text: string }

const words = fc.record({
  side: fc.constantFrom('a' as const, 'b' as const),
  kind: fc.constantFrom('text' as const, 'reasoning' as const),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
})

const at = (seq: number) => ({ conversationId: 'c1', seq, turn: 1 })

/** A whole turn as the server tells it: both sides start, speak in turns, and end. */
function streamOf(spoken: Words[]): Numbered[] {
  const frames: Numbered[] = []
  const tell = (make: (seq: number) => Numbered) => frames.push(make(frames.length + 1))
  for (const side of ['a', 'b'] as const)
    tell((seq) => ({ event: 'answer:started', frame: { ...at(seq), side, attempt: 1 } }))
  for (const each of spoken)
    tell((seq) => ({ event: 'answer:delta', frame: { ...at(seq), ...each } }))
  for (const side of ['a', 'b'] as const)
    tell((seq) => ({ event: 'answer:done', frame: { ...at(seq), side, status: 'done' } }))
  tell((seq) => ({ event: 'turn:done', frame: { ...at(seq), votable: true } }))
  return frames
}

function snapshotAfter(frames: Numbered[], seq: number): Snapshot {
  const snapshot = aSnapshot()
  for (const numbered of frames.slice(0, seq)) applyFrame(snapshot, numbered)
  return snapshot
}

describe('following a conversation', () => {
  it('ends with the text of the server wherever the snapshot falls between the frames', () => {
    const scene = fc
      .array(words, { maxLength: 30 })
      .map(streamOf)
      .chain((frames) =>
        fc.record({
          frames: fc.constant(frames),
          // Where the server took the snapshot, from which frame on this client heard the room, and how many
          // frames overtook the snapshot on their way.
          taken: fc.nat({ max: frames.length }),
          missed: fc.nat({ max: frames.length }),
          overtook: fc.nat({ max: frames.length }),
        }),
      )
    holds(
      'feed-wherever-the-snapshot',
      fc.property(scene, ({ frames, taken, missed, overtook }) => {
        const feed = emptyFeed()
        const heard = frames.slice(Math.min(missed, taken))
        for (const numbered of heard.slice(0, overtook)) receive(feed, numbered)
        const start = restart(feed, snapshotAfter(frames, taken), taken)
        const rest = heard.slice(overtook).map((numbered) => receive(feed, numbered))
        expect([start, ...rest]).not.toContain('gap')
        expect(feed.snapshot).toEqual(snapshotAfter(frames, frames.length))
        expect(feed.seq).toBe(frames.length)
      }),
    )
  })

  it('keeps what overtakes a snapshot that it asked for although it knew all before it', () => {
    const scene = fc
      .array(words, { maxLength: 30 })
      .map(streamOf)
      .chain((frames) =>
        fc.record({
          frames: fc.constant(frames),
          known: fc.nat({ max: frames.length }),
          // Where the server took each of the snapshots that were asked for together.
          taken: fc.array(fc.nat({ max: frames.length }), { minLength: 1, maxLength: 3 }),
          overtook: fc.nat({ max: frames.length }),
        }),
      )
    holds(
      'feed-of-several-snapshots',
      fc.property(scene, ({ frames, known, taken, overtook }) => {
        const feed = emptyFeed()
        ask(feed)
        restart(feed, snapshotAfter(frames, known), known)
        for (const _ of taken) ask(feed)
        for (const numbered of frames.slice(known, known + overtook)) receive(feed, numbered)
        for (const at of taken.map((each) => Math.max(known, each)).sort((a, b) => a - b))
          restart(feed, snapshotAfter(frames, at), at)
        for (const numbered of frames.slice(known + overtook)) receive(feed, numbered)
        expect(feed.snapshot).toEqual(snapshotAfter(frames, frames.length))
        expect(feed.asked).toBe(0)
        expect(feed.seq).toBe(frames.length)
      }),
    )
  })

  it('asks for a new snapshot after any loss of frames, and loses nothing by it', () => {
    const scene = fc
      .array(words, { minLength: 1, maxLength: 20 })
      .map(streamOf)
      .chain((frames) =>
        fc.tuple(
          fc.constant(frames),
          fc.uniqueArray(fc.nat({ max: frames.length - 2 }), { minLength: 1, maxLength: 5 }),
        ),
      )
    holds(
      'feed-after-a-loss',
      fc.property(scene, ([frames, lost]) => {
        const feed = emptyFeed()
        restart(feed, snapshotAfter(frames, 0), 0)
        const heard = frames.filter((_, index) => !lost.includes(index))
        expect(heard.map((numbered) => receive(feed, numbered))).toContain('gap')
        expect(restart(feed, snapshotAfter(frames, frames.length - 1), frames.length - 1)).toBe(
          'taken',
        )
        expect(feed.snapshot).toEqual(snapshotAfter(frames, frames.length))
      }),
    )
  })

  it('hears a frame twice without saying it twice', () => {
    const frames = streamOf([{ side: 'a', kind: 'text', text: 'Because.' }])
    const feed: Feed = emptyFeed()
    restart(feed, snapshotAfter(frames, 0), 0)
    for (const numbered of [...frames, ...frames]) receive(feed, numbered)
    expect(feed.snapshot?.turns[0]?.answers.a?.text).toBe('Because.')
  })
})
