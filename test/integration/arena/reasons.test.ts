import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { VotePage } from '#shared/protocol/admin-votes'
import type { Site } from '#shared/protocol/model'
import { COMMENT_LIMIT } from '#shared/limits'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { comeIn, openRoom, voteIn, type Room } from '../../support/room.js'
import { ADMIN_TOKEN, adminOf } from '../../support/test-admin.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import type { TestPerson } from '../../support/test-person.js'

const COMMENT = 'The canary comment'

describe('the reasons of a vote', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let room: Room
  const people: TestPerson[] = []

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({
      models: twoModels(upstream.url),
      env: { VOTE_REASONS: 'clear, to the point', VOTE_GRACE_MS: '60000' },
    })
  })
  afterEach(() => people.splice(0).forEach((person) => person.leave()))
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  const open = async () => {
    room = await openRoom(arena)
    people.push(room.owner)
    return room
  }
  const say = (
    reasons?: Partial<Record<'a' | 'b', string[]>>,
    comment?: string,
    by = room.owner,
  ) => {
    const { conversationId } = room
    return by.ask('vote:annotate', { conversationId, turn: 1, reasons, comment })
  }
  const cast = (choice: 'a' | 'b' | 'tie' | 'both_bad') =>
    room.owner.does('vote:cast', { conversationId: room.conversationId, turn: 1, choice })
  const kept = async () => {
    const { conversationId } = room
    const { snapshot } = await room.owner.does('conversation:join', { conversationId })
    const { reasons, comment } = snapshot.vote!
    return { reasons, comment }
  }
  const refused = (code: string) => ({ ok: false, error: { code } })

  it('are told to the page as the operator has set them', async () => {
    const site = (await (await fetch(`${arena.url}/api/site`)).json()) as Site
    expect(site.voteReasons).toEqual({
      better: ['clear', 'to the point'],
      faults: ['wrong', 'incomplete', 'unclear', 'beside_point', 'refused'],
    })
  })

  it('are taken after the vote only, of the chosen side and of those that are offered', async () => {
    await open()
    expect(await say({ a: ['clear'] })).toMatchObject(refused('not_found'))
    await cast('a')
    expect(await say({ a: ['to the point', 'clear', 'clear'] }, ` ${COMMENT}\n`)).toMatchObject({
      ok: true,
    })
    const said = { reasons: { a: ['to the point', 'clear'] }, comment: COMMENT }
    expect(await kept()).toEqual(said)
    expect(await say({ b: ['clear'] })).toMatchObject(refused('invalid_payload'))
    expect(await say({ a: ['my own'] })).toMatchObject(refused('invalid_payload'))
    expect(await say(undefined, 'x'.repeat(COMMENT_LIMIT + 1))).toMatchObject(
      refused('invalid_payload'),
    )
    expect(await kept()).toEqual(said)
  })

  it('go with the choice that they were about, and can be taken back', async () => {
    await open()
    await cast('a')
    await say({ a: ['clear'] }, COMMENT)
    await cast('both_bad')
    expect(await kept()).toEqual({ reasons: undefined, comment: COMMENT })
    expect(await say({ a: ['wrong'], b: ['refused'] })).toMatchObject({ ok: true })
    expect(await kept()).toEqual({ reasons: { a: ['wrong'], b: ['refused'] }, comment: COMMENT })
    await say({ a: [] }, '')
    expect(await kept()).toEqual({ reasons: undefined, comment: undefined })
    await cast('tie')
    expect(await say({ a: ['wrong'] })).toMatchObject(refused('invalid_payload'))
  })
})

describe('the reasons of a final vote', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  const admin = adminOf(() => arena)

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({
      models: twoModels(upstream.url),
      env: { ADMIN_TOKEN, VOTE_GRACE_MS: '1' },
    })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  it('are for the voter and the operator, and for nobody else in the room', async () => {
    const room = await openRoom(arena)
    const { conversationId, owner } = room
    const other = await comeIn(room)
    await voteIn(room, owner, 'b')
    const note = { reasons: { b: ['tone'] }, comment: COMMENT }
    await owner.does('vote:annotate', { conversationId, turn: 1, ...note })
    await voteIn(room, other, 'a')
    const theirs = await other.does('conversation:join', { conversationId })
    const own = await owner.does('conversation:join', { conversationId })
    expect(own.snapshot.vote).toMatchObject({ choice: 'b', ...note })
    expect(JSON.stringify([theirs, other.heard])).not.toMatch(/canary|tone/)

    const { votes } = (await admin<VotePage>('GET', 'votes')).body
    expect(votes.map(({ choice, said }) => ({ choice, said }))).toEqual([
      { choice: 'a', said: undefined },
      { choice: 'b', said: note },
    ])
    const get = async (path: string) =>
      (
        await fetch(`${arena.url}/api/admin/export/${path}`, {
          headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
        })
      ).text()
    const lines = (await get('votes')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { choice: 'b', reasons_a: [], reasons_b: ['tone'], comment: COMMENT },
      { choice: 'a', reasons_a: [], reasons_b: [], comment: null },
    ])
    const published = await get('battles')
    expect(published).not.toBe('')
    expect(published).not.toMatch(/canary|tone|comment/)
    owner.leave()
    other.leave()
  })
})
