import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LiveSide } from '#server/arena/live/live-side'
import { LiveTurn } from '#server/arena/live/live-turn'
import { RoomOutput } from '#server/arena/live/room-output'
import { makePace, paceAlone } from '#server/domain/pacing/pace'
import { anAnswer } from '../../support/factories.js'
import { holds } from '../../support/holds.js'

interface Frame {
  event: string
  seq: number
  side?: string
  kind?: string
  text?: string
}

class Recorder extends RoomOutput {
  readonly frames: Frame[] = []
  frame(event: string, frame: object): void {
    this.frames.push({ event, ...(frame as Omit<Frame, 'event'>) })
  }
  text(side: string, kind = 'text'): string {
    const own = this.frames.filter((frame) => frame.side === side && frame.kind === kind)
    return own.map((frame) => frame.text).join('')
  }
}

function aTurn(options: { blind?: boolean; pace?: 'off' | 'paced' } = {}) {
  const room = new Recorder()
  const blind = options.blind ?? false
  const sides = [new LiveSide('a', 1, blind), new LiveSide('b', 1, blind)] as const
  const turn = new LiveTurn(
    {
      conversationId: 'c',
      turn: 1,
      begunAt: 0,
      blind,
      sides,
      pace: makePace(options.pace ?? 'off'),
      paceAlone: makePace(paceAlone(options.pace ?? 'off')),
      seq: 41,
    },
    room,
  )
  return { turn, room, a: sides[0], b: sides[1] }
}

const HALF_A_PAIR = /\p{Surrogate}/u

describe('a live turn', () => {
  it('numbers its frames on from the conversation’s last', () => {
    const { turn, room, a, b } = aTurn()
    a.take({ type: 'text', text: 'x' }, 1)
    b.take({ type: 'text', text: 'y' }, 1)
    turn.showMore(1, 1)
    expect(room.frames.map((frame) => frame.seq)).toEqual([42, 43])
  })

  it('gathers what comes between two beats into one frame a side', () => {
    const { turn, room, a } = aTurn()
    for (const text of ['one ', 'two ', 'three']) a.take({ type: 'text', text }, 1)
    turn.showMore(1, 1)
    expect(room.frames).toMatchObject([{ event: 'answer:delta', text: 'one two three' }])
    turn.showMore(2, 2)
    expect(room.frames).toHaveLength(1)
  })

  it('sends the exact text, however it was cut, and no half of a surrogate pair', () => {
    const piece = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.split(''))
    const pieces = fc.array(piece, { maxLength: 6 })
    holds(
      'frames-of-exact-text',
      fc.property(pieces, (parts) => {
        const { turn, room, a } = aTurn()
        const units = parts.flat()
        for (const text of units) {
          a.take({ type: 'text', text }, 1)
          turn.showMore(1, 1)
        }
        a.take({ type: 'finish', reason: 'stop' }, 2)
        turn.showMore(2, 2)
        expect(room.text('a')).toBe(units.join(''))
        expect(room.frames.filter(({ text }) => HALF_A_PAIR.test(text!))).toEqual([])
      }),
    )
  })

  it('keeps reasoning to itself where names are hidden', () => {
    for (const blind of [true, false]) {
      const { turn, room, a } = aTurn({ blind })
      a.take({ type: 'reasoning', text: 'hm' }, 1)
      turn.showMore(1, 1)
      expect(room.text('a', 'reasoning')).toBe(blind ? '' : 'hm')
      const view = turn.overlay(anAnswer({ status: 'streaming' }))
      expect(view.reasoning).toBe(blind ? '' : 'hm')
    }
  })

  it('shows a snapshot no more than the pace has shown', () => {
    const { turn, room, a } = aTurn({ blind: true, pace: 'paced' })
    a.take({ type: 'text', text: 'fast' }, 1)
    turn.showMore(1, 1)
    expect(room.frames).toEqual([])
    expect(turn.overlay(anAnswer()).text).toBe('')
  })

  it('keeps of a stopped blind side what was shown, of a named one all', () => {
    for (const blind of [true, false]) {
      const { a } = aTurn({ blind, pace: 'paced' })
      a.take({ type: 'text', text: 'not shown yet' }, 1)
      a.stop(2)
      expect(a.text).toBe(blind ? '' : 'not shown yet')
      expect(a.abort.signal.aborted).toBe(true)
    }
  })

  it('keeps a failed side failed when it is stopped, and tells nobody of one that is hidden', () => {
    for (const blind of [false, true]) {
      const { a } = aTurn({ blind, pace: 'paced' })
      a.take({ type: 'text', text: 'half' }, 1)
      a.end({ status: 'failed', errorCode: 'answer_truncated' }, 1)
      a.stop(2)
      expect(a.ending?.status).toBe(blind ? 'stopped' : 'failed')
      expect(a.ending?.errorCode).toBe(blind ? undefined : 'answer_truncated')
      a.show(a.text.length, 2)
      a.settle(true)
      expect(a.record().errorCode).toBe('answer_truncated')
    }
  })

  it('shows nothing of a hidden side that goes on alone before it has ended', () => {
    const { turn, room, a } = aTurn({ blind: true, pace: 'paced' })
    a.take({ type: 'text', text: 'x'.repeat(1_000) }, 0)
    turn.stop(100, 'b')
    for (let now = 0; now <= 60_000; now += 40) turn.showMore(now, now)
    expect(room.text('a')).toBe('')
    a.take({ type: 'finish', reason: 'stop' }, 60_000)
    for (let now = 60_000; now <= 120_000; now += 40) turn.showMore(now, now)
    expect(room.text('a')).toHaveLength(1_000)
    expect(a.over).toBe(true)
  })

  it('ends no answer with half of a pair', () => {
    const { turn, room, a } = aTurn()
    a.take({ type: 'text', text: 'so \ud83d' }, 1)
    a.take({ type: 'reasoning', text: 'hm \ud83d' }, 1)
    turn.showMore(1, 1)
    a.take({ type: 'finish', reason: 'stop' }, 2)
    turn.showMore(2, 2)
    expect([room.text('a'), a.record().text]).toEqual(['so ', 'so '])
    expect([room.text('a', 'reasoning'), a.record().reasoning]).toEqual(['hm ', 'hm '])
  })

  it('writes down no more of a hidden side than was shown, also when the process stops', () => {
    const { a } = aTurn({ blind: true, pace: 'paced' })
    a.take({ type: 'text', text: 'far ahead' }, 1)
    a.show(3, 0)
    expect(a.record().text).toBe('far')
    a.interrupt(2)
    expect(a.record()).toMatchObject({ text: 'far', errorCode: 'answer_interrupted' })
  })

  it('tells no end of a hidden side before both can be told, nor shows it to who joins', () => {
    const { turn, a, b } = aTurn({ blind: true, pace: 'paced' })
    a.take({ type: 'text', text: 'short' }, 0)
    a.end({ status: 'failed', errorCode: 'answer_truncated' }, 0)
    b.take({ type: 'text', text: 'x'.repeat(400) }, 0)
    for (let now = 0; now < 4000; now += 40) turn.showMore(now, now)
    expect(a.shown).toBe(5)
    expect(a.over).toBe(false)
    expect(turn.overlay(anAnswer({ status: 'streaming' }))).toMatchObject({ errorCode: null })
    b.end({ status: 'done', finishReason: 'stop' }, 4000)
    const ends = new Set<string>()
    for (let now = 4000; now < 9000; now += 40) {
      turn.showMore(now, now)
      ends.add(`${a.over} ${b.over}`)
    }
    expect([...ends]).toEqual(['false false', 'true true'])
  })

  it('ends a hidden side at once where its person stops it', () => {
    const { turn, a, b } = aTurn({ blind: true, pace: 'paced' })
    for (const live of [a, b]) live.take({ type: 'text', text: 'x'.repeat(900) }, 0)
    for (let now = 0; now < 4000; now += 40) turn.showMore(now, now)
    a.stop(4000)
    turn.showMore(4000, 4000)
    expect([a.over, b.over]).toEqual([true, false])
  })

  it('drops NUL characters, which no database may hold', () => {
    const { a } = aTurn()
    a.take({ type: 'text', text: 'a\0b' }, 1)
    expect(a.text).toBe('ab')
  })

  it('tells when a side has ended and been shown to its end, not before', async () => {
    const { turn, a } = aTurn()
    let drained = false
    const waiting = turn.over(a).then(() => (drained = true))
    a.take({ type: 'text', text: 'x' }, 1)
    a.take({ type: 'finish', reason: 'stop' }, 1)
    await Promise.resolve()
    expect(drained).toBe(false)
    turn.showMore(2, 2)
    await waiting
    expect(a.record()).toMatchObject({ text: 'x', finishReason: 'stop', finishedAt: 1 })
  })
})
