import { expect, it } from 'vitest'
import type { Reveals } from '#server/arena/votes/reveals'
import type { RoomStates } from '#server/arena/rooms/room-states'
import { VoteFinalizer } from '#server/arena/votes/vote-finalizer'
import type { VoteLedger } from '#server/arena/votes/vote-ledger'
import { CountedVotes } from '#server/domain/voting/counted-votes'
import type { VoteRepository } from '#server/storage/votes/vote.repository'
import { aVote } from '../../support/factories.js'
import { ManualClock } from '../../support/manual-clock.js'

/** A finalizer of one vote, which notes in which order the world hears of it. */
function aFinalizer(tell: () => Promise<void>) {
  const heard: string[] = []
  const changed = { cells: [], voters: ['voter'] }
  const vote = aVote({ final: 1, rated: 1 })
  const finalizer = new VoteFinalizer(
    new ManualClock(),
    {} as VoteRepository,
    { close: async () => ({ vote, changed }) } as unknown as VoteLedger,
    {
      tell: async () => {
        await tell()
        heard.push('reveal')
      },
    } as unknown as Reveals,
    new (class extends CountedVotes {
      counted(): void {
        heard.push('board')
      }
    })(),
    { changed: () => undefined } as unknown as RoomStates,
  )
  return { heard, close: () => finalizer.finalizeNow(aVote({ final: 0 })) }
}

it('a vote that cannot be closed is tried again after a pause, and holds up no other', async () => {
  const clock = new ManualClock()
  const tried: string[] = []
  const waiting = new Map([
    ['stuck', clock.now()],
    ['sound', clock.now()],
    ['next', clock.now() + 2_000],
  ])
  const finalizer = new VoteFinalizer(
    clock,
    {
      due: async (now: number) =>
        [...waiting].flatMap(([id, at]) => (at <= now ? aVote({ id, final: 0 }) : [])),
      nextDue: async (after = 0) =>
        [...waiting.values()].filter((at) => at > after).sort((a, b) => a - b)[0],
    } as unknown as VoteRepository,
    {
      close: async (vote: { id: string }) => {
        tried.push(vote.id)
        if (vote.id === 'stuck') throw new Error('storage is away')
        waiting.delete(vote.id)
        return undefined
      },
    } as unknown as VoteLedger,
    {} as Reveals,
    {} as CountedVotes,
    {} as RoomStates,
  )
  await finalizer.onApplicationBootstrap()
  expect(tried).toEqual(['stuck', 'sound'])
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      clock.advance(1_000)
      await new Promise(setImmediate)
    }
  }
  await pass(2)
  expect(tried).toEqual(['stuck', 'sound', 'stuck', 'next'])
  await pass(10)
  expect(tried).toEqual(['stuck', 'sound', 'stuck', 'next', 'stuck', 'stuck'])
})

it('the boards move after the voter has been told the names, however long that takes', async () => {
  const { heard, close } = aFinalizer(() => new Promise((resolve) => setImmediate(resolve)))
  await close()
  expect(heard).toEqual(['reveal', 'board'])
})

it('the boards move also where the names could not be told', async () => {
  const { heard, close } = aFinalizer(() => Promise.reject(new Error('storage is away')))
  await expect(close()).rejects.toThrow('storage is away')
  expect(heard).toEqual(['board'])
})

it('a stop waits for the votes that are being closed', async () => {
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const told: string[] = []
  const finalizer = new VoteFinalizer(
    new ManualClock(),
    {
      due: async () => [aVote({ final: 0 })],
      nextDue: async () => undefined,
    } as unknown as VoteRepository,
    {
      close: async () => {
        await gate
        told.push('closed')
      },
    } as unknown as VoteLedger,
    {} as Reveals,
    {} as CountedVotes,
    {} as RoomStates,
  )
  const started = finalizer.onApplicationBootstrap()
  const stopped = Promise.resolve(finalizer.onModuleDestroy()).then(() => told.push('stopped'))
  await new Promise(setImmediate)
  open()
  await Promise.all([started, stopped])
  expect(told).toEqual(['closed', 'stopped'])
})
