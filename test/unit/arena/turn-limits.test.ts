import { describe, expect, it } from 'vitest'
import { LiveSide } from '#server/arena/live/live-side'
import { LiveTurn } from '#server/arena/live/live-turn'
import { RoomOutput } from '#server/arena/live/room-output'
import { TurnLimits } from '#server/arena/live/turn-limits'
import type { BlindPace } from '#shared/vocabulary'
import { parseSettings } from '#server/config/parse-settings'
import { makePace } from '#server/domain/pacing/pace'
import type { RealtimeServer } from '#server/realtime/realtime-server'
import { ManualClock } from '../../support/manual-clock.js'

class Silence extends RoomOutput {
  frame(): void {}
}

function watched(unwatchedMs: string, blindPace?: BlindPace) {
  const clock = new ManualClock()
  const room = { people: 1 }
  const blind = blindPace !== undefined
  const env = { UNWATCHED_MS: unwatchedMs, LOG_LEVEL: 'silent', BLIND_PACE: blindPace ?? 'off' }
  const settings = parseSettings(env, {}, '/')
  const realtime = { size: () => room.people } as unknown as RealtimeServer
  const sides = [new LiveSide('a', 1, blind), new LiveSide('b', 1, blind)]
  const pace = makePace('off')
  const turn = new LiveTurn(
    {
      conversationId: 'c',
      turn: 1,
      begunAt: 0,
      blind,
      sides,
      pace,
      paceAlone: pace,
      seq: 0,
    },
    new Silence(),
  )
  new TurnLimits(clock, settings, realtime).watch(turn, 360_000)
  const say = (text: string) => {
    for (const live of sides) live.take({ type: 'text', text }, clock.now())
    turn.showMore(clock.now(), clock.elapsed())
  }
  return { clock, room, turn, say, ending: () => sides.map((live) => live.ending?.status) }
}

describe('a turn', () => {
  it('goes on without anybody in its room for so long, and is stopped with its text then', () => {
    const { clock, room, turn, say, ending } = watched('60000')
    room.people = 0
    clock.advance(59_000)
    say('kept')
    expect(ending()).toEqual([undefined, undefined])
    clock.advance(1_000)
    expect(ending()).toEqual(['stopped', 'stopped'])
    expect(turn.sides[0]!.text).toBe('kept')
  })

  it('counts the absence anew after each visit', () => {
    const { clock, room, ending } = watched('60000')
    room.people = 0
    clock.advance(50_000)
    room.people = 1
    clock.advance(5_000)
    room.people = 0
    clock.advance(59_000)
    expect(ending()).toEqual([undefined, undefined])
  })

  it('goes on to its end where there is no such limit', () => {
    const { clock, room, say, ending } = watched('0')
    room.people = 0
    clock.advance(300_000)
    say('still')
    clock.advance(300_000)
    expect(ending()).toEqual([undefined, undefined])
  })

  it('is interrupted when it shows no sign of life beyond all its limits', () => {
    const { clock, say, ending } = watched('0')
    clock.advance(300_000)
    say('alive')
    clock.advance(369_000)
    expect(ending()).toEqual([undefined, undefined])
    clock.advance(2_000)
    expect(ending()).toEqual(['interrupted', 'interrupted'])
  })

  it('is alive as long as something comes in, though the pace shows none of it', () => {
    const { clock, turn, ending } = watched('0')
    for (let minute = 0; minute < 10; minute += 1) {
      clock.advance(60_000)
      turn.sides[0]!.take({ type: 'text', text: 'more ' }, clock.now())
    }
    expect(ending()).toEqual([undefined, undefined])
  })

  it('is ended beyond all its time, however much comes in', () => {
    const { clock, turn, say, ending } = watched('0')
    clock.advance(100_000)
    turn.answeringSince = clock.elapsed()
    for (let second = 0; second < 369; second += 1) {
      clock.advance(1000)
      say('more ')
    }
    expect(ending()).toEqual([undefined, undefined])
    clock.advance(2000)
    expect(ending()).toEqual(['interrupted', 'interrupted'])
    expect(turn.sides[0]!.text).toBe('more '.repeat(369))
  })

  it.each([
    ['paced', 380],
    ['strict', 440],
  ] as const)(
    'that is hidden and ended is shown as it ended, beyond its %s time',
    (pace, seconds) => {
      const { clock, turn, ending } = watched('0', pace)
      turn.answeringSince = clock.elapsed()
      const [a, b] = turn.sides
      a!.take({ type: 'text', text: 'All of it' }, clock.now())
      a!.take({ type: 'finish', reason: 'stop' }, clock.now())
      for (let second = 0; second < seconds - 1; second += 1) {
        clock.advance(1000)
        b!.take({ type: 'text', text: 'more ' }, clock.now())
      }
      expect([a!.shown, b!.shown, a!.over]).toEqual([0, 0, false])
      clock.advance(1000)
      expect(ending()).toEqual(['done', 'interrupted'])
      expect([a!.shown, a!.over, b!.over]).toEqual(['All of it'.length, true, true])
    },
  )

  it('is watched no longer when it is over', async () => {
    const { clock, turn } = watched('60000')
    turn.close()
    await turn.closed
    clock.advance(2_000)
    expect(clock.pending).toBe(0)
  })
})
