import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Attempts, type Round } from '#server/arena/live/attempts'
import { LiveSide } from '#server/arena/live/live-side'
import { LiveTurn } from '#server/arena/live/live-turn'
import { RoomOutput } from '#server/arena/live/room-output'
import { Seating } from '#server/arena/live/seating'
import { Substitutes } from '#server/arena/live/substitutes'
import type { ModelEndpoint } from '#server/config/model-endpoint'
import { AnswerFailure } from '#server/domain/conversation/answer-event'
import { makePace } from '#server/domain/pacing/pace'
import { drawReplacement } from '#server/domain/pairing/draw-replacement'
import { isVotable } from '#server/domain/voting/vote-rules'
import { ANSWER_ERROR_CODES } from '#shared/error-codes'
import { ANSWER_STATUSES, isTerminal, type Side } from '#shared/vocabulary'
import { aRequest } from '../../support/answer-requests.js'
import type { Hear } from '#server/provider/model-provider'
import { ManualClock } from '../../support/manual-clock.js'
import { SeededRandom } from '../../support/seeded-random.js'

const BATTLES = 1_000
const POOL = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map(
  (name) => ({ ...aRequest({ name }).endpoint, name, weight: 1 }) as ModelEndpoint,
)

class Silent extends RoomOutput {
  frame(): void {}
}

/** One request to a model, and whether its side had shown anything before. */
interface Asked {
  side: Side
  model: string
  opposite: string
  seenBefore: boolean
}

/** Plays one battle of models that fail by chance: before a word, between two, or not at all. */
async function play(seed: number, named: boolean) {
  const random = new SeededRandom(seed)
  const clock = new ManualClock()
  const asked: Asked[] = []
  const chosen = named ? [POOL[0]!, POOL[0]!] : [POOL[seed % 5]!, POOL[(seed + 1) % 5]!]
  const seats = (['a', 'b'] as const).map((side, index) => ({ side, endpoint: chosen[index]! }))
  const sides = seats.map(({ side }) => new LiveSide(side, 1, !named))
  const turn = new LiveTurn(
    {
      ...{ conversationId: `c-${seed}`, turn: 1, begunAt: 0, blind: !named, sides, seq: 0 },
      pace: makePace(random.pick(named ? ['off'] : ['off', 'paced', 'strict'])),
      paceAlone: makePace('strict'),
    },
    new Silent(),
  )
  const seating = new Seating(seats, named ? null : 0.1)

  class FromThePool extends Substitutes {
    draw(round: Seating, { side }: LiveSide) {
      const drawn = drawReplacement(POOL, round.opposite(side)!, round.names, random)
      if (drawn) round.seat(side, drawn.model, drawn.probability)
      return drawn?.model
    }
    async write() {}
  }

  async function answer(live: LiveSide, model: string, hear: Hear): Promise<void> {
    const opposite = seating.opposite(live.side)!.name
    asked.push({ side: live.side, model, opposite, seenBefore: live.seen })
    const failsAt = random.pick([0, 0, 1, 2, Infinity])
    for (let piece = 0; piece < 3; piece += 1) {
      if (piece >= failsAt) throw new AnswerFailure(random.pick(ANSWER_ERROR_CODES))
      hear({ type: 'text', text: `piece ${piece} ` })
      if (random.next() < 0.5) turn.showMore(clock.now(), clock.elapsed())
      await setImmediate()
    }
    hear({ type: 'finish', reason: 'stop' })
  }

  const attempts = new Attempts(
    clock,
    random,
    {
      answer: ({ side, model }: { side: LiveSide; model: string }, ...rest: unknown[]) =>
        answer(side, model, rest.at(-1) as Hear),
    } as never,
    new FromThePool(),
    { restart: async (_turn: LiveTurn, live: LiveSide) => void (live.attempt += 1) } as never,
    { answerTriedAgain: () => undefined } as never,
  )
  const round: Round = {
    ...{ turn, seating, replaceable: !named },
    places: { move: async () => undefined } as never,
  }
  let running = true
  const all = Promise.all(
    sides.map((live, index) =>
      attempts.run(round, {
        ...{ live, endpoint: chosen[index]! },
        question: (endpoint) => ({ side: live, model: endpoint.name, endpoint }) as never,
      }),
    ),
  ).then(() => (running = false))
  while (running) {
    await setImmediate()
    clock.advance(1_000)
  }
  await all
  // Enough beats for the longest text at the slowest pace.
  for (let beat = 0; beat < 100 && !sides.every(({ over }) => over); beat += 1) {
    clock.advance(1_000)
    turn.showMore(clock.now(), clock.elapsed())
  }
  return { asked, sides, chosen: chosen.map(({ name }) => name), pending: clock.pending }
}

const counts = (values: readonly string[]): number[] =>
  [...new Set(values)].map((value) => values.filter((other) => other === value).length)

describe.each([
  ['battles', false],
  ['named turns', true],
])(`${BATTLES} %s whose models fail by chance`, (_kind, named) => {
  it('end, ask nobody more than twice, replace within the rules and are voted only when both answered', async () => {
    let [failed, replaced] = [0, 0]
    for (let seed = 1; seed <= BATTLES; seed += 1) {
      const { asked, sides, chosen, pending } = await play(seed, named)
      expect(pending).toBe(0)
      for (const [index, live] of sides.entries()) {
        const own = asked.filter(({ side }) => side === live.side)
        const models = own.map(({ model }) => model)
        expect(models[0]).toBe(chosen[index])
        expect(Math.max(...counts(models))).toBeLessThanOrEqual(2)
        // The one who was drawn and, where it failed unseen, at most one in its place.
        expect(counts(models).length).toBeLessThanOrEqual(named ? 1 : 2)
        expect(own.every(({ seenBefore }) => !seenBefore)).toBe(true)
        if (!named) expect(own.every(({ model, opposite }) => model !== opposite)).toBe(true)
        replaced += counts(models).length - 1

        const { status, errorCode } = live.ending!
        expect(live.over).toBe(true)
        expect(ANSWER_STATUSES.filter(isTerminal)).toContain(status)
        expect(status === 'failed').toBe(errorCode !== undefined)
        failed += Number(status === 'failed')
      }
      const answers = sides.map(({ ending, text }) => ({ status: ending!.status, text }))
      const both = answers.every(({ status }) => status === 'done')
      expect(isVotable(named ? 'side-by-side' : 'battle', answers)).toBe(both)
    }
    // What the rules are tried on has happened often.
    expect(failed).toBeGreaterThan(BATTLES / 4)
    expect(replaced > BATTLES / 8).toBe(!named)
  })
})

it('what came in of an answer that nobody takes over stays, seen or not', async () => {
  const live = new LiveSide('a', 1, true)
  const other = new LiveSide('b', 1, true)
  const turn = new LiveTurn(
    {
      ...{ conversationId: 'c', turn: 1, begunAt: 0, blind: true, sides: [live, other], seq: 0 },
      ...{ pace: makePace('strict'), paceAlone: makePace('strict') },
    },
    new Silent(),
  )
  const attempts = new Attempts(
    new ManualClock(),
    new SeededRandom(1),
    {
      async answer(...rest: unknown[]): Promise<void> {
        const hear = rest.at(-1) as Hear
        hear({ type: 'text', text: 'Half an answer' })
        throw new AnswerFailure('model_rejected')
      },
    } as never,
    { draw: () => undefined, write: async () => undefined },
    {} as never,
    { answerTriedAgain: () => undefined } as never,
  )
  const seats = [{ side: 'a' as const, endpoint: POOL[0]! }]
  await attempts.run(
    { turn, seating: new Seating(seats, 0.1), replaceable: true, places: {} as never },
    { live, endpoint: POOL[0]!, question: (endpoint) => ({ endpoint }) as never },
  )
  expect(live.text).toBe('Half an answer')
  expect(live.ending).toEqual({ status: 'failed', errorCode: 'model_rejected' })
})

it('no side waits for another try that its time would not last for', async () => {
  const clock = new ManualClock()
  const live = new LiveSide('a', 1, false)
  const { firstMs, totalMs } = POOL[0]!.timeouts
  let tries = 0
  const attempts = new Attempts(
    clock,
    new SeededRandom(1),
    {
      async answer(): Promise<void> {
        tries += 1
        clock.advance(firstMs + totalMs - 300)
        throw new AnswerFailure('answer_timeout')
      },
    } as never,
    ...([{}, {}, {}] as never[] as [never, never, never]),
  )
  const turn = { emit: () => undefined, blind: false } as never
  const seating = new Seating([{ side: 'a', endpoint: POOL[0]! }], null)
  await attempts.run(
    { turn, seating, replaceable: false, places: {} as never },
    { live, endpoint: POOL[0]!, question: (endpoint) => ({ endpoint }) as never },
  )
  expect([tries, clock.pending]).toEqual([1, 0])
  expect(live.ending?.errorCode).toBe('answer_timeout')
})

it('all tries of a side have the time of one together', async () => {
  const clock = new ManualClock()
  const live = new LiveSide('a', 1, false)
  const turn = new LiveTurn(
    {
      ...{ conversationId: 'c', turn: 1, begunAt: 0, blind: false, sides: [live], seq: 0 },
      ...{ pace: makePace('off'), paceAlone: makePace('off') },
    },
    new Silent(),
  )
  const { firstMs, totalMs } = POOL[0]!.timeouts
  const given: number[] = []
  const attempts = new Attempts(
    clock,
    new SeededRandom(1),
    {
      async answer({ endpoint }: { endpoint: ModelEndpoint }): Promise<void> {
        given.push(endpoint.timeouts.totalMs)
        clock.advance(given.length === 1 ? totalMs - 1 : endpoint.timeouts.totalMs)
        throw new AnswerFailure('answer_timeout')
      },
    } as never,
    {} as never,
    { restart: async () => undefined } as never,
    { answerTriedAgain: () => undefined } as never,
  )
  const seats = [{ side: 'a' as const, endpoint: POOL[0]! }]
  let running = true
  const done = attempts
    .run(
      { turn, seating: new Seating(seats, null), replaceable: false, places: {} as never },
      { live, endpoint: POOL[0]!, question: (endpoint) => ({ endpoint }) as never },
    )
    .then(() => (running = false))
  while (running) {
    await setImmediate()
    clock.advance(100)
  }
  await done
  expect(given).toHaveLength(2)
  expect(given[0]).toBe(totalMs)
  // What the first left, without the wait between them.
  expect(given[1]).toBeLessThanOrEqual(firstMs + 1)
  expect(given[1]).toBeGreaterThan(firstMs - 2_000)
  expect(live.ending?.errorCode).toBe('answer_timeout')
})

it('no side waits for more than ten seconds between its tries, and what failed stays where no place is found', async () => {
  const clock = new ManualClock()
  const live = new LiveSide('a', 1, true)
  const other = new LiveSide('b', 1, true)
  const turn = new LiveTurn(
    {
      ...{ conversationId: 'c', turn: 1, begunAt: 0, blind: true, sides: [live, other], seq: 0 },
      ...{ pace: makePace('strict'), paceAlone: makePace('strict') },
    },
    new Silent(),
  )
  const waits: number[] = []
  let tries = 0
  const attempts = new Attempts(
    clock,
    new SeededRandom(1),
    {
      async answer(): Promise<void> {
        tries += 1
        const busy = new AnswerFailure('model_busy', { retryAfterMs: 7_000 })
        throw tries === 1 ? busy : new AnswerFailure('model_unreachable')
      },
    } as never,
    { draw: () => POOL[1], write: async () => expect.unreachable() },
    {} as never,
    { answerTriedAgain: () => undefined } as never,
  )
  const places = {
    move: async (_seat: object, longestMs: number) => {
      waits.push(longestMs)
      throw new AnswerFailure('model_busy')
    },
  }
  const seats = [{ side: 'a' as const, endpoint: POOL[0]! }]
  let running = true
  const done = attempts
    .run(
      { turn, seating: new Seating(seats, 0.1), replaceable: true, places: places as never },
      { live, endpoint: POOL[0]!, question: (endpoint) => ({ endpoint }) as never },
    )
    .then(() => (running = false))
  while (running) {
    await setImmediate()
    clock.advance(100)
  }
  await done
  expect(tries).toBe(2)
  expect(waits).toHaveLength(1)
  expect(waits[0]).toBeGreaterThan(2_000)
  expect(waits[0]).toBeLessThanOrEqual(3_000)
  expect(live.ending).toEqual({ status: 'failed', errorCode: 'model_unreachable' })
})
