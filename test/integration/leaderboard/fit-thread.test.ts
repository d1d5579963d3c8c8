import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneVote, sumsOfBattle } from '#server/domain/rating/observation'
import { runJob, type Jobs } from '#server/leaderboard/fit/fit-job'
import { FitThread } from '#server/leaderboard/fit/fit-thread'

const PLAIN: Jobs['plain']['input'] = {
  fewBattles: 30,
  rows: (['a', 'b', 'tie'] as const).map((choice) => ({
    versionA: 'x',
    versionB: 'y',
    sums: sumsOfBattle(oneVote(choice)),
  })),
}
const STYLE: Jobs['style']['input'] = {
  fewBattles: 30,
  battles: Array.from({ length: 60 }, (_, n) => ({
    versionA: n % 2 ? 'x' : 'y',
    versionB: n % 2 ? 'y' : 'x',
    votes: oneVote(n % 3 === 0 ? 'b' : 'a'),
    styleA: { length: 100 + 10 * (n % 7), headings: (n >> 2) % 2, lists: 0, bold: 0 },
    styleB: { length: 100 + 10 * (n % 5), headings: 0, lists: 0, bold: 0 },
  })),
}

describe('the thread of the boards', () => {
  let thread: FitThread
  beforeEach(() => {
    thread = new FitThread()
  })
  afterEach(() => thread.onModuleDestroy())

  it('works out what would be worked out here: boards plain and under style control, and gains', async () => {
    expect(await thread.run('plain', PLAIN)).toEqual(runJob('plain', PLAIN))
    const styled = await thread.run('style', STYLE)
    expect(styled).toEqual(runJob('style', STYLE))
    expect(styled.style!.coefficients.map(({ feature }) => feature)).toEqual(['length', 'headings'])
    const board = runJob('plain', PLAIN)
    const gains = { models: ['x', 'y', 'z'], rows: PLAIN.rows, board }
    expect(await thread.run('gains', gains)).toEqual(runJob('gains', gains))
  })

  it('answers several jobs, each its own, and goes on after one that fails', async () => {
    const broken = { ...PLAIN, rows: [{ versionA: 'x', versionB: 'x', sums: PLAIN.rows[0]!.sums }] }
    const [one, failed, two] = await Promise.allSettled([
      thread.run('plain', PLAIN),
      thread.run('plain', broken),
      thread.run('style', STYLE),
    ])
    expect(one.status).toBe('fulfilled')
    expect(failed).toMatchObject({ status: 'rejected' })
    expect((two as PromiseFulfilledResult<object>).value).toEqual(runJob('style', STYLE))
  })

  it('takes nothing any more when the server closes, and leaves nobody waiting', async () => {
    const waiting = thread.run('style', STYLE)
    const closing = thread.onModuleDestroy()
    await expect(waiting).rejects.toThrow()
    await closing
    await expect(thread.run('plain', PLAIN)).rejects.toThrow(/closed/)
  })
})
