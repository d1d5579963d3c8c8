import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Board } from '#shared/protocol/leaderboard'
import type {
  Draws,
  History,
  Matrices,
  ModelView,
  PairView,
  SliceList,
} from '#shared/protocol/leaderboard-views'
import type { Choice } from '#shared/vocabulary'
import { rebuildBoard } from '#server/app/rebuild-board'
import { parseSettings } from '#server/config/parse-settings'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const TOKEN = 'an-admin-token-of-32-characters!'
const folder = mkdtempSync(join(tmpdir(), 'ringside-slices-'))
const env = { VOTE_GRACE_MS: '0', BOARD_MIN_VOTES: '2', ADMIN_TOKEN: TOKEN }
const settings = parseSettings(
  { DATA_DIR: folder, API_ENDPOINT_FILE: join(folder, 'api_endpoint.json') },
  {},
  process.cwd(),
)

describe('slices of a live arena', () => {
  let arena: TestArena
  let voter: TestPerson
  let other: TestPerson

  beforeAll(async () => {
    arena = await startArena({ dataDir: folder, env })
    voter = await TestPerson.arrive(arena.url)
    other = await TestPerson.arrive(arena.url)
    await vote(voter, 'Write a Python function that adds two numbers', 'a')
    await vote(voter, '为什么天空是蓝色的？请告诉我', 'tie')
    await vote(other, 'Why rain?', 'b')
  })
  afterAll(async () => {
    voter.leave()
    other.leave()
    await arena.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function vote(person: TestPerson, text: string, choice: Choice): Promise<string> {
    const { conversationId, turn } = await person.does('conversation:start', {
      mode: 'battle',
      text,
    })
    await person.hears('turn:done', (done) => done.conversationId === conversationId)
    await person.does('vote:cast', { conversationId, turn, choice })
    return conversationId
  }
  const board = async (query: string, person = voter) =>
    (await (await person.fetch(`/api/leaderboard?${query}`)).json()) as Board
  const admin = (method: string, path: string, body?: object) =>
    fetch(`${arena.url}/api/admin/${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })

  it.each([
    ['', 3],
    ['category=code', 1],
    ['category=math', 0],
    ['category=multi_turn', 0],
    ['language=zh', 1],
    ['language=en&category=code', 1],
    ['language=zh&category=code', 0],
    ['period=7d', 3],
    ['period=30d&excludeShort=true', 2],
    ['excludeTies=true', 2],
    ['excludeTies=true&language=zh', 0],
    ['own=true', 2],
    ['own=true&category=code', 1],
  ])('%j has %i votes', async (query, votes) => {
    const { minimumVotes, ranked, ...found } = await board(query)
    expect(found.votes).toBe(votes)
    expect({ minimumVotes, ranked }).toEqual({ minimumVotes: 2, ranked: votes >= 2 })
    if (!ranked) expect(found.rows.every(({ rank }) => rank === null)).toBe(true)
  })

  it('one’s own votes are one’s own', async () => {
    expect((await board('own=true', other)).votes).toBe(1)
  })

  it('a vote changes the slices that it is in, before the eyes of those who watch', async () => {
    const watcher = await TestPerson.arrive(arena.url)
    await watcher.does('leaderboard:watch', { category: 'creative' })
    const elsewhere = await watcher.again()
    await elsewhere.does('leaderboard:watch', { category: 'vision' })
    const own = await other.again()
    await own.does('leaderboard:watch', { own: true })
    await vote(other, 'Write a short poem about the sea', 'a')
    const pushed = await watcher.hears('leaderboard:updated')
    expect(pushed).toMatchObject({ slice: { category: 'creative' }, votes: 1, ranked: false })
    expect(await own.hears('leaderboard:updated')).toMatchObject({ slice: { own: true }, votes: 2 })
    await watcher.does('leaderboard:unwatch', {})
    await elsewhere.does('leaderboard:unwatch', {})
    expect([watcher.heard.length, elsewhere.heard.length]).toEqual([1, 0])
    for (const person of [watcher, elsewhere, own]) person.leave()
  })

  it('an admin excludes a voter and puts him back; rebuilding changes nothing', async () => {
    const before = await board('')
    const { voters } = (await (await admin('GET', 'voters')).json()) as {
      voters: { voterId: string; votes: number }[]
    }
    const busiest = voters[0]!
    const path = `voters/${encodeURIComponent(busiest.voterId)}`
    const reply = await admin('POST', `${path}/exclude`, { reason: 'a test' })
    expect(await reply.json()).toEqual({ battles: 2 })
    expect((await board('')).votes).toBe(before.votes - 2)
    expect((await admin('POST', `${path}/restore`, { reason: 'it was one' })).status).toBe(200)
    expect({ ...(await board('')), updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 })
    const { entries } = (await (await admin('GET', 'audit')).json()) as {
      entries: { action: string }[]
    }
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['voter_excluded', 'voter_restored']),
    )
  })

  it('an admin puts labels right, and who has no token does nothing', async () => {
    const id = await vote(voter, 'Who was Ada Lovelace, in short?', 'a')
    const order = { labels: ['math'], language: 'fr', reason: 'a test' }
    expect((await admin('PUT', `battles/${id}/labels`, order)).status).toBe(200)
    expect((await board('category=math&language=fr')).votes).toBe(1)
    expect((await admin('PUT', `battles/${id}/labels`, { reason: 'x' })).status).toBe(400)
    expect((await admin('PUT', 'battles/none/labels', order)).status).toBe(404)
    expect((await voter.fetch('/api/admin/voters')).status).toBe(401)
  })

  it('are behind every picture: choices, matrices, a pair, a model, scores, draws', async () => {
    const get = async <T>(path: string): Promise<T> => {
      const response = await voter.fetch(`/api/leaderboard/${path}`)
      expect([path, response.status]).toEqual([path, 200])
      return (await response.json()) as T
    }
    const whole = await board('')
    const list = await get<SliceList>('slices')
    expect(list).toMatchObject({ demo: true, minimumVotes: 2 })
    for (const { value, votes } of list.categories) {
      expect([value, votes]).toEqual([value, (await board(`category=${value}`)).votes])
    }
    for (const { value, votes } of list.languages) {
      expect([value, votes]).toEqual([value, (await board(`language=${value}`)).votes])
    }
    for (const { value, votes } of list.periods) {
      expect([value, votes]).toEqual([value, (await board(`period=${value}`)).votes])
    }
    expect(list.excludeTies.votes).toBe((await board('excludeTies=true')).votes)
    expect(list.excludeShort.votes).toBe((await board('excludeShort=true')).votes)
    expect(list.own.votes).toBe((await board('own=true')).votes)

    const { models, battles } = await get<Matrices>('matrices')
    expect(battles.flat().reduce((sum, cell) => sum + cell, 0)).toBe(2 * whole.votes)
    const i = battles.findIndex((row) => row.some((cell) => cell > 0))
    const j = battles[i]!.findIndex((cell) => cell > 0)
    const names = `a=${models[i]!.model}&b=${models[j]!.model}`
    const pair = await get<PairView>(`pair?${names}`)
    const turned = await get<PairView>(`pair?a=${models[j]!.model}&b=${models[i]!.model}`)
    const { a, b, tie, both_bad } = pair.votes
    expect(a + b + tie + both_bad).toBe(battles[i]![j])
    expect(turned.votes).toEqual({ a: b, b: a, tie, both_bad })
    expect(pair.categories[0]).toMatchObject({ category: 'overall', votes: pair.votes })
    expect((await voter.fetch('/api/leaderboard/pair?a=x&b=y')).status).toBe(404)

    // What is below the minimum of two votes says so, each category for itself.
    expect(await get<Matrices>('matrices')).toMatchObject({ ranked: true, minimumVotes: 2 })
    expect(await get<Matrices>('matrices?category=code')).toMatchObject({ ranked: false, votes: 1 })
    expect(pair).toMatchObject({ ranked: true, sliceVotes: whole.votes, minimumVotes: 2 })
    const few = await get<PairView>(`pair?${names}&category=code`)
    expect(few).toMatchObject({ ranked: false, sliceVotes: 1, minimumVotes: 2 })
    for (const { category, ranked, sliceVotes } of pair.categories) {
      const { votes, ranked: isRanked } = await board(`category=${category}`)
      expect([category, ranked, sliceVotes]).toEqual([category, isRanked, votes])
    }
    const byVoter = await get<PairView>(`pair?${names}&voterErrors=true`)
    expect(byVoter.voters).toEqual((await board('voterErrors=true')).voters)
    expect(pair.voters).toBeUndefined()

    const view = await get<ModelView>(`model?name=${models[i]!.model}`)
    expect(view.row).toEqual(whole.rows.find(({ model }) => model === models[i]!.model))
    const met = view.opponents.find(({ model }) => model === models[j]!.model)!
    expect(met).toMatchObject({ wins: a, losses: b, ties: tie + both_bad })
    expect(view.categories[0]).toMatchObject({ category: 'overall', votes: view.row.votes })
    expect((await voter.fetch('/api/leaderboard/model?name=x')).status).toBe(404)

    const history = await get<History>('history')
    expect(history.models.find(({ model }) => model === models[i]!.model)!.points).toHaveLength(1)
    // Nobody learns from the draws of today who is in a running battle.
    const draws = await get<Draws>('draws')
    expect(draws).toMatchObject({ battles: 0, until: null, rated: whole.votes })
    expect(draws.models.every((model) => model.draws === 0)).toBe(true)
  })

  it('are rated under style control on a thread of their own', async () => {
    const controlled = await board('styleControl=true')
    expect(controlled.votes).toBe((await board('')).votes)
    expect(controlled.style).toBeInstanceOf(Array)
  })

  /** To a billionth: a fit from scratch ends within rounding of one that went on from where it stood. */
  const comparable = (told: Board): unknown =>
    JSON.parse(
      JSON.stringify({ ...told, updatedAt: 0 }, (_, value: unknown) =>
        typeof value === 'number' ? Number(value.toFixed(9)) : value,
      ),
    )

  it('are cited so often by one person, and then not before the next day', async () => {
    const cite = (person: TestPerson) =>
      person.fetch('/api/leaderboard/snapshots', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
    for (let n = 0; n < 10; n += 1) expect((await cite(voter)).status).toBe(200)
    const refused = await cite(voter)
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({
      error: { limit: { of: 'snapshots', per: 'session' } },
    })
    expect((await cite(other)).status).toBe(200)
  })

  it('are the same after a rebuild with labels, which leaves alone what an admin put right', async () => {
    const before = await board('category=math&language=fr')
    const all = await board('')
    await arena.close()
    const told: string[] = []
    const report = await rebuildBoard(settings, { labels: true, tell: (line) => told.push(line) })
    expect(report).toEqual({
      votes: 5,
      battles: 5,
      labels: { battles: 5, changed: 0, corrected: 1, erased: 0 },
    })
    expect(told).not.toEqual([])
    arena = await startArena({ dataDir: folder, env })
    const again = async (query: string) =>
      (await (await fetch(`${arena.url}/api/leaderboard?${query}`)).json()) as Board
    expect(comparable(await again(''))).toEqual(comparable(all))
    expect((await again('category=math&language=fr')).votes).toBe(before.votes)
  })
})
