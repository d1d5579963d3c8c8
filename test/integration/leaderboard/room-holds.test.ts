import { afterEach, describe, expect, it } from 'vitest'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import type { Choice } from '#shared/vocabulary'
import { newPostgresUrl } from '../../support/databases.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { comeIn, openRoom, voteIn, type Room } from '../../support/room.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

/** All that a leaderboard says, to anybody. */
const VIEWS = [
  '?',
  '?category=math&styleControl=false',
  '?styleControl=true',
  '?period=7d',
  '?excludeTies=true',
  '?own=true',
  '?format=csv',
  '/slices?',
  '/matrices?',
  '/pair?a=alpha&b=beta',
  '/model?name=alpha',
  '/history?',
  '/draws?',
].map((path) => `/api/leaderboard${path}`)
const SLICES: Slice[] = [{}, { category: 'math' }, { styleControl: true }, { own: true }]

describe('the boards hold the votes of a room back while somebody has yet to vote', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let room: Room
  const people: TestPerson[] = []

  const begin = async (env: Record<string, string> = {}) => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: ['One. ', 'Two. '] }))
    arena = await startArena({ models: twoModels(upstream.url), env })
    room = await openRoom(arena)
    people.push(room.owner)
  }
  afterEach(async () => {
    for (const person of people.splice(0)) person.leave()
    await arena.close()
    await upstream.close()
  })

  const comes = async () => {
    const juror = await comeIn(room)
    people.push(juror)
    return juror
  }
  const withdraw = (kind: 'read' | 'challenge') =>
    room.owner.does('conversation:unshare', { conversationId: room.conversationId, kind })
  /** Somebody new, or who was here before, by a link that is made where there is none. */
  const comeBy = async (kind: 'read' | 'challenge', who?: TestPerson) => {
    const { conversationId, owner } = room
    const { key } = await owner.does('conversation:share', { conversationId, kind })
    const person = who ?? (await TestPerson.arrive(owner.url))
    await person.does('conversation:join', { conversationId, key })
    if (!who) people.push(person)
    return person
  }
  /** A tab for each slice, the first of them the person's own. */
  const watch = async (person: TestPerson) => {
    const tabs = [person]
    for (const _ of SLICES.slice(1)) tabs.push(await person.again())
    people.push(...tabs.slice(1))
    for (const [index, slice] of SLICES.entries()) {
      await tabs[index]!.does('leaderboard:watch', slice)
    }
    return tabs
  }
  const read = async (person: TestPerson): Promise<string[]> =>
    Promise.all(
      VIEWS.map(async (path) => {
        const body = await (await person.fetch(path)).text()
        return `${path} ${body.replaceAll(/"updatedAt":\d+/gu, '')}`
      }),
    )
  const board = async (query = '?') =>
    (await (await room.owner.fetch(`/api/leaderboard${query}`)).json()) as Board
  const pushed = (person: TestPerson) =>
    person.heard.filter(({ event }) => event === 'leaderboard:updated')
  const counted = (person: TestPerson, votes: number) =>
    person.hears('leaderboard:updated', (each) => each.votes === votes)

  it('in every view and in every push; the last vote lets all of them go', async () => {
    await begin()
    const [one, two] = [await comes(), await comes()]
    const tabs = await watch(two)
    const before = await read(two)
    await voteIn(room, one, 'a')
    await voteIn(room, room.owner, 'b')
    expect(await read(two)).toEqual(before)
    expect(tabs.flatMap(pushed)).toEqual([])
    await voteIn(room, two, 'a')
    const told = await counted(two, 3)
    expect(two.heard.findIndex(({ event }) => event === 'leaderboard:updated')).toBeGreaterThan(
      two.heard.findIndex(({ event }) => event === 'conversation:revealed'),
    )
    // Three votes are one battle, with their mean as its outcome.
    expect(told.rows.map((row) => [row.wins + row.losses, row.votes])).toEqual([
      [3, 3],
      [3, 3],
    ])
    expect(await board('?own=true')).toMatchObject({ votes: 1 })
    expect(await board('?styleControl=true')).toMatchObject({ votes: 3 })
  })

  it.each(['sqlite', 'postgres'])('until they waited long enough, on %s', async (kind) => {
    const postgres: Record<string, string> =
      kind === 'postgres' ? { DATABASE_URL: await newPostgresUrl() } : {}
    await begin({ ROOM_HOLD_MS: '1500', ...postgres })
    const [one, late] = [await comes(), await comes()]
    await watch(room.owner)
    await voteIn(room, one, 'a')
    expect(await board()).toMatchObject({ votes: 0 })
    await counted(room.owner, 1)
    const { vote } = await voteIn(room, late, 'b')
    expect(vote).toMatchObject({ rated: false, unratedReason: 'late_vote' })
    // Who comes when the board has moved already has nothing to compare it with.
    const fresh = await comes()
    expect((await voteIn(room, fresh, 'b')).vote).toMatchObject({ rated: true })
    await counted(room.owner, 2)
  })

  it('and rate nobody who was put out meanwhile and is invited again', async () => {
    await begin()
    const [one, late] = [await comes(), await comes()]
    await watch(late)
    await voteIn(room, one, 'a')
    await voteIn(room, room.owner, 'a')
    const challenge = { conversationId: room.conversationId, kind: 'challenge' as const }
    await room.owner.does('conversation:unshare', challenge)
    await counted(late, 2)
    const { key } = await room.owner.does('conversation:share', challenge)
    const { conversationId } = room
    const { snapshot } = await late.does('conversation:join', { conversationId, key })
    expect(snapshot).toMatchObject({ role: 'juror', votable: true })
    expect((await voteIn(room, late, 'b')).vote).toMatchObject({
      rated: false,
      unratedReason: 'late_vote',
    })
    // Nor is anybody kept waiting for them.
    const fresh = await comeIn({ ...room, key })
    people.push(fresh)
    expect((await voteIn(room, fresh, 'b')).vote).toMatchObject({ rated: true })
    await counted(late, 3)
  })

  it.each<[string, (person: TestPerson) => Promise<unknown>]>([
    ['reads along', () => Promise.resolve()],
    ['was a juror whose link was withdrawn', () => withdraw('challenge')],
    ['read along by a link that was withdrawn', () => withdraw('read')],
    [
      'was a juror until the votes were ended',
      () => room.owner.does('conversation:close', { conversationId: room.conversationId }),
    ],
  ])('late for who %s and comes in as a juror once they have moved', async (who, leave) => {
    await begin()
    const kind = who.includes('juror') ? 'challenge' : 'read'
    const person = await comeBy(kind)
    await leave(person)
    await voteIn(room, room.owner, 'a')
    expect(await board()).toMatchObject({ votes: 1 })
    await comeBy('challenge', person)
    expect((await voteIn(room, person, 'b')).vote).toMatchObject({
      rated: false,
      unratedReason: 'late_vote',
    })
    // Who comes when the board has moved already has nothing to compare it with.
    const fresh = await comeBy('challenge')
    expect((await voteIn(room, fresh, 'b')).vote).toMatchObject({ rated: true })
  })

  it('across a restart', async () => {
    await begin({ ROOM_HOLD_MS: '600000' })
    const juror = await comes()
    await voteIn(room, juror, 'a')
    arena = await arena.restart({ ROOM_HOLD_MS: '300' })
    room.owner = await room.owner.again(arena.url)
    people.push(room.owner)
    await expect.poll(async () => (await board()).votes).toBe(1)
  })

  it.each<[string, (room: Room) => Promise<unknown>, Choice]>([
    [
      'the link is withdrawn',
      ({ owner, conversationId }) =>
        owner.does('conversation:unshare', { conversationId, kind: 'challenge' }),
      'a',
    ],
    [
      'the owner ends the votes',
      ({ owner, conversationId }) => owner.does('conversation:close', { conversationId }),
      'tie',
    ],
    [
      'the conversation is deleted',
      ({ owner, conversationId }) =>
        owner.fetch(`/api/conversations/${conversationId}`, {
          method: 'DELETE',
          headers: { origin: owner.url },
        }),
      'b',
    ],
  ])('no longer once %s', async (_, act, choice) => {
    await begin()
    const [one] = [await comes(), await comes()]
    await voteIn(room, one, choice)
    await voteIn(room, room.owner, choice)
    expect(await board()).toMatchObject({ votes: 0 })
    await act(room)
    expect(await board()).toMatchObject({ votes: 2 })
  })

  it('also when the last vote is one that does not count', async () => {
    await begin({ VOTE_MIN_MS: '0' })
    const juror = await comes()
    await voteIn(room, juror, 'a')
    expect(await board()).toMatchObject({ votes: 0 })
    upstream.script(() => ({ text: ['Begun'], cut: { after: 1, by: 'stall' } }))
    // Another turn, cut short by its owner, whose vote on it is then early and not rated.
    const { owner, conversationId } = room
    const { turn } = await owner.does('conversation:continue', { conversationId, text: 'More' })
    for (const side of ['a', 'b']) {
      await owner.hears('answer:delta', (frame) => frame.turn === turn && frame.side === side)
    }
    await owner.does('vote:cast', { conversationId, turn, choice: 'b' })
    expect((await owner.hears('conversation:revealed')).vote).toMatchObject({ rated: false })
    await expect.poll(async () => (await board()).votes).toBe(1)
  })

  it('of a conversation that nobody else is in, not at all', async () => {
    await begin()
    await voteIn(room, room.owner, 'a')
    expect(await board()).toMatchObject({ votes: 1 })
  })
})
