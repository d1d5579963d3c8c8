import type { Usage } from '../support/bench-process.js'
import { percentile } from '../../support/percentile.js'
import type { Contender } from './contender.js'
import { Ears, Heard } from './ears.js'

export interface Load {
  battles: number
  /** Tokens a side. */
  tokens: number
  /** Milliseconds between two tokens of a side. */
  everyMs: number
  /** Sockets a battle beside its owner's. */
  watchers?: number
  /** In each so-manieth battle one of them has no websocket. */
  pollingEvery?: number
}

export interface Figures {
  /** Processor time of the server for each token that it relayed, in microseconds. */
  cpuMicros: number
  p50Ms: number
  p99Ms: number
  /** Tokens that somebody should have heard and did not. */
  lost: number
  rssMb: number
  /** How late the timers of the server were. */
  loopP99Ms: number
}

/** Between the beginnings of two battles, in milliseconds: twenty a second. */
const APART_MS = 50

/** One run of a load against a server that may have run before. */
export async function run(contender: Contender, load: Load): Promise<Figures> {
  const { battles, tokens, everyMs, watchers = 0, pollingEvery = Infinity } = load
  const heard = new Heard()
  const seats = await Promise.all(
    Array.from({ length: battles }, (_, index) =>
      contender.sit(
        new Ears(heard),
        Array.from({ length: watchers }, () => new Ears(heard)),
        (index + 1) % pollingEvery === 0,
      ),
    ),
  )
  const before = await contender.server.usage()
  await Promise.all(
    seats.map(async (seat, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * APART_MS))
      await seat.run(`${tokens} ${everyMs}`, 2)
    }),
  )
  const after = await contender.server.usage()
  for (const seat of seats) seat.leave()
  return figures(load, heard, before, after)
}

function figures(load: Load, heard: Heard, before: Usage, after: Usage): Figures {
  const relayed = load.battles * load.tokens * 2
  return {
    cpuMicros: (after.cpuMicros - before.cpuMicros) / relayed,
    p50Ms: percentile(heard.delays, 0.5),
    p99Ms: percentile(heard.delays, 0.99),
    lost: relayed * (1 + (load.watchers ?? 0)) - heard.tokens,
    rssMb: after.rss / 1024 ** 2,
    loopP99Ms: after.loopP99Ms,
  }
}

/** The median run of several, by each figure; what was lost adds up. */
export function median(runs: readonly Figures[]): Figures {
  const of = (key: keyof Figures) =>
    percentile(
      runs.map((run) => run[key]),
      0.5,
    )
  return {
    cpuMicros: of('cpuMicros'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    lost: runs.reduce((sum, { lost }) => sum + lost, 0),
    rssMb: of('rssMb'),
    loopP99Ms: of('loopP99Ms'),
  }
}
