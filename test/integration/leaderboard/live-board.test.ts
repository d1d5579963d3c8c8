import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Board } from '#shared/protocol/leaderboard'
import type { Choice } from '#shared/vocabulary'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

describe('a live leaderboard', () => {
  let arena: TestArena
  let voter: TestPerson
  let watcher: TestPerson

  beforeAll(async () => {
    arena = await startArena({ env: { VOTE_GRACE_MS: '0' } })
  })
  afterAll(() => arena.close())
  beforeEach(async () => {
    voter = await TestPerson.arrive(arena.url)
    watcher = await TestPerson.arrive(arena.url)
  })
  afterEach(() => {
    voter.leave()
    watcher.leave()
  })

  /** Plays one battle to its final vote; resolves with the names behind the sides. */
  async function vote(choice: Choice): Promise<{ a: string; b: string }> {
    const { conversationId, turn } = await voter.does('conversation:start', {
      mode: 'battle',
      text: 'What is 2 + 2?',
    })
    await voter.hears('turn:done', (done) => done.conversationId === conversationId)
    const { reveal } = await voter.does('vote:cast', { conversationId, turn, choice })
    return { a: reveal!.a!.name, b: reveal!.b!.name }
  }
  const rowOf = (board: Board, model: string) => board.rows.find((row) => row.model === model)!
  const get = async (query = '') => (await watcher.fetch(`/api/leaderboard${query}`)).json()

  it('changes by itself in another browser when a vote becomes final', async () => {
    const before = await watcher.does('leaderboard:watch', {})
    expect(before).toMatchObject({ slice: {}, demo: true })
    const models = await vote('a')
    const board = await watcher.hears('leaderboard:updated')
    expect(board).toMatchObject({ slice: {}, demo: true, votes: before.votes + 1 })
    expect(board.updatedAt).toBeGreaterThanOrEqual(before.updatedAt)
    expect(rowOf(board, models.a).wins).toBe(rowOf(before, models.a).wins + 1)
    expect(rowOf(board, models.b).losses).toBe(rowOf(before, models.b).losses + 1)
    expect(rowOf(board, models.a).rating).toBeGreaterThan(rowOf(board, models.b).rating!)
  })

  it('is the same in the acknowledgement, in the event and over HTTP', async () => {
    const asked = { demo: true } as const
    await watcher.does('leaderboard:watch', asked)
    await vote('tie')
    const pushed = await watcher.hears('leaderboard:updated')
    expect(pushed.slice).toEqual(asked)
    expect(await get('?demo=true')).toEqual(JSON.parse(JSON.stringify(pushed)))
    const again = await watcher.does('leaderboard:watch', asked)
    expect(again).toEqual(pushed)
    expect(await get()).toEqual({ ...(again as object), slice: {} })
  })

  it('holds every vote that was acknowledged as final before it was asked for', async () => {
    const { votes } = (await get()) as Board
    await vote('both_bad')
    expect(((await get()) as Board).votes).toBe(votes + 1)
  })

  it('keeps demo votes off the board of real models', async () => {
    await voter.does('leaderboard:watch', { demo: false })
    await watcher.does('leaderboard:watch', {})
    await vote('b')
    await watcher.hears('leaderboard:updated', ({ demo }) => demo)
    expect(voter.heard.filter(({ event }) => event === 'leaderboard:updated')).toEqual([])
    expect(await get('?demo=false')).toMatchObject({ demo: false, votes: 0, rows: [] })
  })

  it('is the one that a socket asked for last, so that one socket costs one fit a vote', async () => {
    const decided = { excludeTies: true }
    await watcher.does('leaderboard:watch', decided)
    await watcher.does('leaderboard:watch', { excludeTies: false })
    await voter.does('leaderboard:watch', decided)
    await vote('a')
    await voter.hears('leaderboard:updated')
    await watcher.hears('leaderboard:updated')
    expect(watcher.heard.filter(({ payload }) => (payload as Board).slice?.excludeTies)).toEqual([])
  })

  it('is not pushed to those who stopped watching', async () => {
    await watcher.does('leaderboard:watch', {})
    await watcher.does('leaderboard:unwatch', {})
    await voter.does('leaderboard:watch', {})
    await vote('a')
    await voter.hears('leaderboard:updated')
    // An answer comes after everything that was sent to this socket before.
    await watcher.does('leaderboard:unwatch', {})
    expect(watcher.heard).toEqual([])
  })

  it('lists every model that can be met before its first vote', async () => {
    const { rows } = (await get()) as Board
    const { models } = (await (await watcher.fetch('/api/models')).json()) as {
      models: { name: string }[]
    }
    expect(rows.map(({ model }) => model).sort()).toEqual(models.map(({ name }) => name).sort())
  })

  it('can be had as CSV', async () => {
    const response = await watcher.fetch('/api/leaderboard?format=csv')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = (await response.text()).trim().split('\r\n')
    expect(lines[0]).toMatch(/^model,version,/)
    expect(lines).toHaveLength(1 + ((await get()) as Board).rows.length)
  })

  it('refuses a slice that it does not keep, over both transports', async () => {
    const reply = await watcher.ask('leaderboard:watch', { language: 'tlh' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect((await watcher.fetch('/api/leaderboard?language=tlh')).status).toBe(404)
    expect((await watcher.fetch('/api/leaderboard?colour=red')).status).toBe(400)
  })

  it('is the same board after a restart', async () => {
    const before = (await get()) as Board
    arena = await arena.restart()
    const board = (await (await fetch(`${arena.url}/api/leaderboard`)).json()) as Board
    expect(board.rows.map(({ model, votes, rank }) => ({ model, votes, rank }))).toEqual(
      before.rows.map(({ model, votes, rank }) => ({ model, votes, rank })),
    )
  })
})
