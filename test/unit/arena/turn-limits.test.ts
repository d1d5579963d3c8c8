import { describe, expect, it } from 'vitest'
import { LiveSide } from '#server/arena/live/live-side'
import { LiveTurn } from '#server/arena/live/live-turn'
import { RoomOutput } from '#server/arena/live/room-output'
import { TurnLimits } from '#server/arena/live/turn-limits'
import { parseSettings } from '#server/config/parse-settings'
import { makePace } from '#server/domain/pacing/pace'
import type { RealtimeServer } from '#server/realtime/realtime-server'
import { ManualClock } from '../../support/manual-clock.js'

class Silence extends RoomOutput {
  frame(): void {}
}

function watched(unwatchedMs: string) {
  const clock = new ManualClock()
  const room = { people: 1 }
  const settings = parseSettings({ UNWATCHED_MS: unwatchedMs, LOG_LEVEL: 'silent' }, {}, '/')
  const realtime = { size: () => room.people } as unknown as RealtimeServer
  const sides = [new LiveSide('a', 1, false), new LiveSide('b', 1, false)]
  const pace = makePace('off')
  const turn = new LiveTurn(
    {
      conversationId: 'c',
      turn: 1,
      begunAt: 0,
      blind: false,
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

  it('is watched no longer when it is over', async () => {
    const { clock, turn } = watched('60000')
    turn.close()
    await turn.closed
    clock.advance(2_000)
    expect(clock.pending).toBe(0)
  })
})
