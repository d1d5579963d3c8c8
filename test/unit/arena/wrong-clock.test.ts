import { describe, expect, it } from 'vitest'
import { LiveSide } from '#server/arena/live/live-side'
import { LiveTurn } from '#server/arena/live/live-turn'
import { LiveTurns } from '#server/arena/live/live-turns'
import { RoomOutput } from '#server/arena/live/room-output'
import { TurnLimits } from '#server/arena/live/turn-limits'
import { parseSettings } from '#server/config/parse-settings'
import { makePace } from '#server/domain/pacing/pace'
import { MetricsService } from '#server/metrics/metrics.service'
import { AnswerTimers } from '#server/provider/answer-timers'
import { ModelHealth } from '#server/provider/model-health'
import { AnswerFailure } from '#server/domain/conversation/answer-event'
import type { RealtimeServer } from '#server/realtime/realtime-server'
import { ManualClock } from '../../support/manual-clock.js'

const HOUR_MS = 3_600_000
const TEXT = 'word '.repeat(400)

/** Plays a battle whose answers are there at once. @returns when each of its steps was shown, and how it ended */
function play(kind: 'paced' | 'strict', setBy: number) {
  const clock = new ManualClock()
  const settings = parseSettings({ LOG_LEVEL: 'silent' }, {}, '/')
  const realtime = { size: () => 1 } as unknown as RealtimeServer
  const begun = clock.elapsed()
  const steps: number[] = []
  class Steps extends RoomOutput {
    frame(): void {
      const at = clock.elapsed() - begun
      if (steps.at(-1) !== at) steps.push(at)
    }
  }
  const sides = [new LiveSide('a', 1, true), new LiveSide('b', 1, true)]
  const pace = makePace(kind)
  const start = { conversationId: 'c', turn: 1, begunAt: clock.now(), blind: true, sides, seq: 0 }
  const turn = new LiveTurn({ ...start, pace, paceAlone: pace }, new Steps())
  new TurnLimits(clock, settings, realtime).watch(turn, 360_000)
  new LiveTurns(clock, settings, new MetricsService()).add(turn)
  for (const live of sides) {
    live.take({ type: 'text', text: TEXT }, clock.now())
    live.take({ type: 'finish', reason: 'stop' }, clock.now())
  }
  while (sides[0]!.shown < TEXT.length / 2) clock.advance(40)
  clock.set(setBy)
  clock.advance(30_000)
  return { steps, ends: sides.map(({ ending, over }) => over && ending?.status) }
}

describe.each([
  ['back', -HOUR_MS],
  ['forward', HOUR_MS],
])('a clock that is set %s by an hour', (_, setBy) => {
  it.each(['paced', 'strict'] as const)('changes nothing of a %s battle', (kind) => {
    const { steps, ends } = play(kind, setBy)
    expect(ends).toEqual(['done', 'done'])
    expect(steps).toEqual(play(kind, 0).steps)
  })

  it('neither ends an answer that goes on nor keeps one that stalls', () => {
    const clock = new ManualClock()
    let expired = false
    const timeouts = { firstMs: 60_000, stallMs: 20_000, totalMs: 300_000 }
    const timers = new AnswerTimers(clock, timeouts, () => (expired = true))
    timers.content()
    clock.advance(15_000)
    timers.content()
    clock.set(setBy)
    clock.advance(19_999)
    expect(expired).toBe(false)
    clock.advance(1)
    expect(expired).toBe(true)
  })

  it('leaves a model that failed alone for as long as before', () => {
    const clock = new ManualClock()
    const health = new ModelHealth(clock)
    health.begin('m', 'draw').failed(new AnswerFailure('model_misconfigured'))
    clock.set(setBy)
    clock.advance(29_999)
    expect(health.drawable('m')).toBe(false)
    clock.advance(1)
    expect(health.drawable('m')).toBe(true)
  })
})

it.each([
  ['paced', 120],
  ['strict', 250],
] as const)('a %s battle makes up for no time that was slept', (kind, sleepsAt) => {
  const pace = makePace(kind)
  const flows = [1, 2].map(() => ({ received: 2000, shown: 0, ended: true }))
  const steps: number[] = []
  // Three seconds that the process did not live to see.
  const beats = Array.from({ length: 600 }, (_, beat) => beat * 40 + (beat > sleepsAt ? 3000 : 0))
  for (const now of beats) {
    const { shown } = pace.advance(now, flows)[0]!
    if (shown > flows[0]!.shown) steps.push(now)
    for (const flow of flows) flow.shown = shown
  }
  const gaps = steps.slice(1).map((at, index) => at - steps[index]!)
  expect(steps.length).toBeGreaterThan(10)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(160)
})
