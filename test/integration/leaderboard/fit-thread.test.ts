import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneVote, sumsOfBattle } from '#server/domain/rating/observation'
import { PairSumsByName } from '#server/domain/rating/pair-rows'
import { StyledBattles } from '#server/domain/rating/style/styled-battles'
import { VoterBallots } from '#server/domain/rating/voter-ballots'
import { runJob, type Jobs } from '#server/leaderboard/fit/fit-job'
import { FitThread } from '#server/leaderboard/fit/fit-thread'
import { FitThreads } from '#server/leaderboard/fit/fit-threads'
import { Fitter } from '#server/leaderboard/fit/fitter'

const PLAIN: Jobs['plain']['input'] = {
  fewBattles: 30,
  rows: (['a', 'b', 'tie'] as const).map((choice) => ({
    versionA: 'x',
    versionB: 'y',
    sums: sumsOfBattle(oneVote(choice)),
  })),
}
/** Anew each time: what has a row a vote is given away. */
function styleJob(): Jobs['style']['input'] {
  const battles = new StyledBattles()
  const sums = new PairSumsByName()
  for (let n = 0; n < 60; n += 1) {
    const [a, b] = n % 2 ? ['x', 'y'] : ['y', 'x']
    const votes = oneVote(n % 3 === 0 ? 'b' : 'a')
    sums.add(a!, b!, votes)
    battles.add(
      ...([a!, b!, votes] as const),
      { length: 100 + 10 * (n % 7), headings: (n >> 2) % 2, lists: 0, bold: 0 },
      { length: 100 + 10 * (n % 5), headings: 0, lists: 0, bold: 0 },
    )
  }
  return { fewBattles: 30, rows: sums.list(), columns: battles.columns }
}
/** Two people who never agree, and never change their minds. */
function voterJob(): Jobs['plain']['input'] {
  const [ballots, sums] = [new VoterBallots(), new PairSumsByName()]
  for (let n = 0; n < 60; n += 1) {
    const choice = n % 2 ? 'a' : 'b'
    ballots.add(choice, 'x', 'y', choice, 1)
    sums.add('x', 'y', oneVote(choice))
  }
  return { fewBattles: 30, rows: sums.list(), voters: ballots.columns }
}

describe('the thread of the boards', () => {
  let thread: FitThread
  beforeEach(() => {
    thread = new FitThread()
  })
  afterEach(() => thread.close())

  it('works out what would be worked out here: boards plain and under style control, and gains', async () => {
    expect(await thread.run('plain', PLAIN)).toEqual(runJob('plain', PLAIN))
    const styled = await thread.run('style', styleJob())
    expect(styled).toEqual(runJob('style', styleJob()))
    expect(styled.style!.coefficients.map(({ feature }) => feature)).toEqual(['length', 'headings'])
    const board = runJob('plain', PLAIN)
    const gains = { models: ['x', 'y', 'z'], rows: PLAIN.rows, board }
    expect(await thread.run('gains', gains)).toEqual(runJob('gains', gains))
  })

  it('is given what has a row a vote, not a copy of it', async () => {
    const [style, voters] = [styleJob(), voterJob()]
    const asked = [thread.run('style', style), thread.run('plain', voters)]
    const columns = [style.columns.a, style.columns.differences[3]!, voters.voters!.voter]
    expect(columns.map(({ length }) => length)).toEqual([0, 0, 0])
    await asked[0]
    expect(await asked[1]).toEqual(runJob('plain', voterJob()))
    expect(await asked[1]).not.toEqual(runJob('plain', { ...voterJob(), voters: undefined }))
  })

  it('answers several jobs, each its own, and goes on after one that fails', async () => {
    const broken = { ...PLAIN, rows: [{ versionA: 'x', versionB: 'x', sums: PLAIN.rows[0]!.sums }] }
    const [one, failed, two] = await Promise.allSettled([
      thread.run('plain', PLAIN),
      thread.run('plain', broken),
      thread.run('style', styleJob()),
    ])
    expect(one.status).toBe('fulfilled')
    expect(failed).toMatchObject({ status: 'rejected' })
    expect((two as PromiseFulfilledResult<object>).value).toEqual(runJob('style', styleJob()))
  })

  it('takes nothing any more when the server closes, and leaves nobody waiting', async () => {
    const waiting = thread.run('style', styleJob())
    const closing = thread.close()
    await expect(waiting).rejects.toThrow()
    await closing
    await expect(thread.run('plain', PLAIN)).rejects.toThrow(/closed/)
  })
})

/** Rounds of a hundred models, far more than a test waits for. */
const SAMPLES: Jobs['bootstrap']['input'] = (() => {
  const rows = Array.from({ length: 100 }, (_, a) =>
    Array.from({ length: a }, (__, b) => ({
      versionA: `m${100 + b}`,
      versionB: `m${100 + a}`,
      sums: sumsOfBattle(oneVote('tie')),
    })),
  ).flat()
  return { rows, board: runJob('plain', { rows, fewBattles: 30 }), rounds: 20_000, seed: 1 }
})()

describe('the threads of the boards', () => {
  it('let nobody who asks for samples hold up a board', async () => {
    const threads = new FitThreads()
    const ended: string[] = []
    const samples = threads.run('bootstrap', SAMPLES).then(
      () => ended.push('samples'),
      () => ended.push('given up'),
    )
    await threads.run('style', styleJob())
    await threads.run('plain', PLAIN)
    expect(ended).toEqual([])
    await threads.onModuleDestroy()
    await samples
    expect(ended).toEqual(['given up'])
  })

  it('do what takes long, and nothing else is sent to them', async () => {
    const sent: string[] = []
    const run = (kind: string) => Promise.resolve(sent.push(kind))
    const fitter = new Fitter({ run } as unknown as FitThreads)
    const { rows, board } = SAMPLES
    expect(await fitter.run('plain', PLAIN)).toEqual(runJob('plain', PLAIN))
    await fitter.run('gains', {
      models: ['x', 'y'],
      rows: PLAIN.rows,
      board: runJob('plain', PLAIN),
    })
    expect(sent).toEqual([])
    await fitter.run('plain', { rows, fewBattles: 30 })
    await fitter.run('plain', { ...PLAIN, simultaneous: true })
    await fitter.run('gains', { models: board.ranked.models, rows, board })
    await fitter.run('bootstrap', SAMPLES)
    await fitter.run('style', styleJob())
    expect(sent).toEqual(['plain', 'plain', 'gains', 'bootstrap', 'style'])
  })
})
