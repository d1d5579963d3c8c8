import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectGoals } from '../support/goals.js'
import { percentile } from '../../support/percentile.js'
import { report } from '../support/report.js'
import { FRAME_MS, openField, type ContenderName, type Field } from './field.js'
import { bySdk, throughServer } from './first-token.js'
import { capacity } from './capacity.js'
import { median, run, type Figures, type Load } from './load.js'

// Absolute figures are those of the machine and of the hour; the ratios to a baseline of the same run count.
const ROUNDS = 5
/** Answers of the usual length, so that a battle's own cost is in it as often as it is in life. */
const RELAY: Load = { battles: 60, tokens: 400, everyMs: 20 }
/** Of 500 people one in twenty has no websocket. */
const WATCHED: Load = { battles: 50, tokens: 100, everyMs: 50, watchers: 9, pollingEvery: 2 }

let field: Field

beforeAll(async () => {
  field = await openField()
})
afterAll(() => field.close())

type Runs = Partial<Record<ContenderName, Figures[]>>

/** Runs a load on each of these servers in turn, several times. */
async function compare(load: Load, names: readonly ContenderName[], rounds = ROUNDS) {
  const runs: Runs = {}
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) (runs[name] ??= []).push(await run(field.contenders[name], load))
  }
  return runs
}

/**
 * Of each round, since both of it had the machine at the same time; then the middle one. `allowed` is what ours may
 * have more in any case.
 */
const ratio = (
  ours: readonly Figures[],
  base: readonly Figures[],
  figure: keyof Figures = 'cpuMicros',
  allowed = 0,
): number =>
  percentile(
    ours.map((each, round) => (each[figure] - allowed) / base[round]![figure]),
    0.5,
  )

function tell(title: string, runs: Runs, baselines: readonly ContenderName[]): void {
  const rows = (Object.entries(runs) as [ContenderName, Figures[]][]).map(([name, own]) => {
    const { cpuMicros, p50Ms, p99Ms, lost, rssMb, loopP99Ms } = median(own)
    const toBases = baselines.map((base) => [`CPU to ${base}`, ratio(own, runs[base]!)])
    return {
      server: field.contenders[name].name,
      'CPU us/token': cpuMicros,
      ...(Object.fromEntries(toBases) as Record<string, number>),
      'p50 ms': p50Ms,
      'p99 ms': p99Ms,
      lost,
      'RSS MB': rssMb,
      'loop p99 ms': loopP99Ms,
    }
  })
  report(title, rows)
  for (const { server, lost } of rows) expect(lost, server).toBe(0)
}

it('relays 60 battles of two streams at 50 tokens a second', async () => {
  const names = ['raw', 'each', 'framed', 'stepped', 'off', 'paced'] as const
  const runs = await compare(RELAY, names)
  tell('relay', runs, ['each', 'framed', 'stepped'])
  const { each, framed, off, paced } = runs as Required<Runs>
  expectGoals('relay-goals', [
    { figure: 'CPU, default pace to each token', is: ratio(paced, each), most: 1 },
    { figure: 'CPU, pace off to the same frames', is: ratio(off, framed), most: 1.25 },
    {
      figure: 'p99 ms, pace off',
      is: median(off).p99Ms,
      most: 1.25 * median(framed).p99Ms + FRAME_MS,
    },
  ])
})

it('serves 500 people who watch 50 rooms', async () => {
  const names = ['each', 'framed', 'stepped', 'off', 'paced'] as const
  const runs = await compare(WATCHED, names, 3)
  tell('relay-watched', runs, ['each', 'framed', 'stepped'])
  const { framed, off } = runs as Required<Runs>
  expectGoals('relay-watched-goals', [
    { figure: 'CPU, pace off to the same frames', is: ratio(off, framed), most: 1.25 },
    {
      figure: 'p99 less a frame, pace off, to the same frames',
      is: ratio(off, framed, 'p99Ms', FRAME_MS),
      most: 1.25,
    },
    {
      figure: 'loop p99 less 5 ms, pace off, to the same frames',
      is: ratio(off, framed, 'loopP99Ms', 5),
      most: 1.25,
    },
  ])
})

it('holds as many battles at once', async () => {
  const bare = await capacity(field.contenders.framed)
  const ours = await capacity(field.contenders.off)
  report('relay-capacity', [
    { server: field.contenders.framed.name, battles: bare, 'to bare loop': 1 },
    { server: field.contenders.off.name, battles: ours, 'to bare loop': ours / bare },
  ])
  expectGoals('relay-capacity-goals', [
    { figure: 'battles to the bare loop', is: ours / bare, least: 0.8 },
  ])
})

it('brings the first token', async () => {
  const rounds = 40
  const direct = await bySdk(field.upstream, rounds)
  const rows = [{ way: 'SDK alone', waits: direct }]
  for (const name of ['each', 'framed', 'off'] as const) {
    const waits = await throughServer(field.contenders[name], rounds)
    rows.push({ way: field.contenders[name].name, waits })
  }
  report(
    'relay-first-token',
    rows.map(({ way, waits }) => ({
      way,
      'p50 ms': percentile(waits, 0.5),
      'p99 ms': percentile(waits, 0.99),
      'p50 over SDK, ms': percentile(waits, 0.5) - percentile(direct, 0.5),
    })),
  )
})
