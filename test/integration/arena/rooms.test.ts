import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { comeIn, openRoom, voteIn, type Room } from '../../support/room.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const NAMES = /alpha|beta|openai/iu

describe('a room of several people', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let room: Room
  const people: TestPerson[] = []

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: ['One. ', 'Two. '] }))
    arena = await startArena({ models: twoModels(upstream.url) })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })
  beforeEach(async () => {
    room = await openRoom(arena)
    people.push(room.owner)
  })
  afterEach(() => {
    for (const person of people.splice(0)) person.leave()
  })

  const visitor = async (key?: string) => {
    const person = await (key === undefined ? comeIn(room) : TestPerson.arrive(arena.url))
    people.push(person)
    if (key !== undefined) {
      await person.does('conversation:join', { conversationId: room.conversationId, key })
    }
    return person
  }
  const join = async (person: TestPerson, key?: string) =>
    (await person.does('conversation:join', { conversationId: room.conversationId, key })).snapshot
  const refused = async (person: TestPerson, key?: string) => {
    const { conversationId } = room
    const reply = await person.ask('conversation:join', { conversationId, key })
    return reply.ok ? 'in' : reply.error.code
  }
  const share = (kind: 'read' | 'challenge') =>
    room.owner.does('conversation:share', { conversationId: room.conversationId, kind })
  const unshare = (kind: 'read' | 'challenge') =>
    room.owner.does('conversation:unshare', { conversationId: room.conversationId, kind })
  const present = (person: TestPerson, count: number) =>
    person.hears('conversation:changed', ({ presence }) => presence === count)

  it('shows a juror the prompt and both answers, and no name', async () => {
    const juror = await visitor()
    const snapshot = await join(juror)
    expect(snapshot).toMatchObject({ role: 'juror', votable: true, open: false, presence: 2 })
    expect(snapshot.turns[0]!.answers.a).toMatchObject({ text: 'One. Two. ', status: 'done' })
    expect(snapshot).not.toHaveProperty('sides')
    expect(snapshot).not.toHaveProperty('links')
    const body = await (await juror.fetch(`/api/conversations/${room.conversationId}`)).text()
    expect(JSON.stringify([juror.heard, snapshot, body])).not.toMatch(NAMES)
  })

  it('tells each the names after their own vote, whoever else has voted', async () => {
    const [one, two] = [await visitor(), await visitor()]
    const revealed = await voteIn(room, one, 'a')
    expect(Object.keys(revealed.sides)).toEqual(['a', 'b'])
    await voteIn(room, room.owner, 'b')
    expect((await join(one)).sides).toBeDefined()
    expect((await join(room.owner)).sides).toBeDefined()
    const seen = [
      two.heard,
      await join(two),
      await (await two.fetch(`/api/conversations/${room.conversationId}`)).text(),
    ]
    expect(JSON.stringify(seen)).not.toMatch(NAMES)
    await voteIn(room, two, 'tie')
    expect((await join(two)).sides).toBeDefined()
  })

  it('tells how it has voted live, to those whose own vote is final and to nobody else', async () => {
    const [one, two] = [await visitor(), await visitor()]
    await voteIn(room, one, 'a')
    expect((await one.hears('conversation:changed', ({ tally }) => !!tally)).tally).toEqual({
      a: 1,
    })
    // How many, but not how.
    await room.owner.hears('conversation:changed', ({ voted }) => voted === 1)
    expect(await join(room.owner)).toMatchObject({ voted: 1 })
    expect(await join(room.owner)).not.toHaveProperty('tally')
    expect(await join(one)).not.toHaveProperty('voted')
    await voteIn(room, room.owner, 'b')
    await room.owner.hears('conversation:changed', ({ tally }) => tally?.a === 1 && tally.b === 1)
    await voteIn(room, two, 'a')
    await room.owner.hears('conversation:changed', ({ tally }) => tally?.a === 2 && tally.b === 1)
    const before = two.heard.findIndex(({ event }) => event === 'conversation:revealed')
    expect(JSON.stringify(two.heard.slice(0, before))).not.toContain('tally')
  })

  it('tells each whether the board waits with their vote for others, and when it does no more', async () => {
    const [one, two] = [await visitor(), await visitor()]
    expect((await voteIn(room, room.owner, 'a')).vote).toMatchObject({ final: true, held: true })
    expect((await join(room.owner)).vote).toMatchObject({ held: true })
    await room.owner.hears('conversation:changed', ({ held }) => held === true)
    expect((await voteIn(room, one, 'a')).vote).toMatchObject({ held: true })
    expect((await voteIn(room, two, 'b')).vote).not.toHaveProperty('held')
    for (const person of [room.owner, one]) {
      await person.hears('conversation:changed', ({ held }) => held === false)
      expect((await join(person)).vote).not.toHaveProperty('held')
    }
  })

  it('holds the vote of its owner back for nobody where nobody has come', async () => {
    expect((await voteIn(room, room.owner, 'a')).vote).not.toHaveProperty('held')
  })

  it('says that votes count after the word of the owner that ends them', async () => {
    await visitor()
    await voteIn(room, room.owner, 'a')
    await room.owner.hears('conversation:changed', ({ held }) => held === true)
    await room.owner.does('conversation:close', { conversationId: room.conversationId })
    await room.owner.hears('conversation:changed', ({ held }) => held === false)
  })

  it('keeps a vote in its grace out of what it tells', async () => {
    const patient = await startArena({
      models: twoModels(upstream.url),
      env: { VOTE_GRACE_MS: '60000' },
    })
    const { owner, ...held } = await openRoom(patient)
    const juror = await comeIn({ owner, ...held })
    const { conversationId } = held
    await juror.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
    const changed = await juror.does('vote:cast', { conversationId, turn: 1, choice: 'b' })
    expect(changed.vote).toMatchObject({ choice: 'b', final: false })
    expect((await juror.does('conversation:join', { conversationId })).snapshot).not.toHaveProperty(
      'tally',
    )
    owner.leave()
    juror.leave()
    await patient.close()
  })

  it('keeps the vote of who leaves and comes back, without the key', async () => {
    const juror = await visitor()
    await voteIn(room, juror, 'b')
    juror.leave()
    const again = await juror.again()
    people.push(again)
    expect(await join(again)).toMatchObject({ role: 'juror', vote: { choice: 'b', final: true } })
  })

  it('says how many people are here, a person with two tabs once', async () => {
    const juror = await visitor()
    await present(room.owner, 2)
    const tab = await juror.again()
    people.push(tab)
    expect(await join(tab)).toMatchObject({ presence: 2 })
    await visitor()
    await present(juror, 3)
    juror.leave()
    tab.leave()
    room.owner.heard.length = 0
    await present(room.owner, 2)
  })

  it('is watched live by who comes while the answers are on their way', async () => {
    upstream.script(() => ({ text: ['One. ', 'Two. ', 'Three. ', 'Four. '], chunkMs: 150 }))
    room = await openRoom(arena, false)
    people.push(room.owner)
    const juror = await visitor()
    const turn = await juror.hears('turn:done')
    const frames = ({ heard }: TestPerson) =>
      heard.filter(({ event, payload }) => {
        const { seq } = payload as { seq?: number }
        return event.startsWith('answer:') && seq !== undefined && seq <= turn.seq
      })
    await room.owner.hears('turn:done')
    const seen = frames(juror)
    expect(seen.length).toBeGreaterThan(2)
    expect(frames(room.owner).slice(-seen.length)).toEqual(seen)
    upstream.script(() => ({ text: ['One. ', 'Two. '] }))
  })

  it('takes no word of a juror but the vote', async () => {
    const juror = await visitor()
    const { conversationId } = room
    const asked = [
      await juror.ask('conversation:continue', { commandId: '1', conversationId, text: 'More' }),
      await juror.ask('turn:stop', { commandId: '2', conversationId }),
      await juror.ask('turn:retry', { commandId: '3', conversationId }),
      await juror.ask('conversation:share', { conversationId, kind: 'read' }),
      await juror.ask('conversation:unshare', { conversationId, kind: 'challenge' }),
      await juror.ask('conversation:close', { conversationId }),
    ]
    expect(asked.map((reply) => !reply.ok && reply.error.code)).toEqual(
      asked.map(() => 'not_found'),
    )
    const init = { method: 'DELETE', headers: { origin: arena.url } }
    expect((await juror.fetch(`/api/conversations/${conversationId}`, init)).status).toBe(404)
    expect(await join(juror)).toMatchObject({ role: 'juror', votable: true })
  })

  it('lets nobody but the owner stop answers by a vote', async () => {
    upstream.script(() => ({ text: ['Begun'], cut: { after: 1, by: 'stall' } }))
    room = await openRoom(arena, false)
    people.push(room.owner)
    const juror = await visitor()
    for (const side of ['a', 'b']) {
      await room.owner.hears('answer:delta', (frame) => frame.side === side)
    }
    const { conversationId } = room
    const vote = { commandId: 'v', conversationId, turn: 1, choice: 'a' as const }
    expect(await juror.ask('vote:cast', vote)).toMatchObject({ error: { code: 'vote_waits' } })
    expect((await join(juror)).turns[0]!.answers.a!.status).toBe('streaming')
    await room.owner.does('turn:stop', { conversationId })
    expect((await juror.hears('turn:done')).votable).toBe(true)
    upstream.script(() => ({ text: ['One. ', 'Two. '] }))
  })

  it('keeps answers that somebody has voted on as they are', async () => {
    const juror = await visitor()
    await voteIn(room, juror, 'a')
    const { conversationId } = room
    const reply = await room.owner.ask('turn:retry', { commandId: 'r', conversationId })
    expect(reply).toMatchObject({ error: { code: 'already_voted' } })
  })

  it('looks like one that is missing without the key, or with a wrong one', async () => {
    const stranger = await TestPerson.arrive(arena.url)
    people.push(stranger)
    expect(await refused(stranger)).toBe('not_found')
    expect(await refused(stranger, 'x'.repeat(43))).toBe('not_found')
    expect(await refused(stranger, '')).toBe('not_found')
    const other = await openRoom(arena)
    people.push(other.owner)
    expect(await refused(stranger, other.key)).toBe('not_found')
    const { conversationId } = room
    const missing = await stranger.ask('conversation:join', { conversationId: 'none', key: 'k' })
    expect(await stranger.ask('conversation:join', { conversationId, key: 'k' })).toEqual(missing)
  })

  it('has one link of a kind, which is the same until it is withdrawn', async () => {
    const { key, url } = await share('challenge')
    expect(key).toBe(room.key)
    expect(url).toBe(`${arena.url}/c/${room.conversationId}#key=${key}`)
    expect((await share('read')).key).not.toBe(key)
    expect((await join(room.owner)).links).toEqual(['read', 'challenge'])
    await unshare('challenge')
    expect((await join(room.owner)).links).toEqual(['read'])
    const stranger = await TestPerson.arrive(arena.url)
    people.push(stranger)
    expect(await refused(stranger, key)).toBe('not_found')
    const renewed = await share('challenge')
    expect(renewed.key).not.toBe(key)
    expect(await refused(stranger, key)).toBe('not_found')
    expect(await refused(stranger, renewed.key)).toBe('in')
  })

  it('puts out who came by a link that is withdrawn, but for those who have voted', async () => {
    const [voted, waiting] = [await visitor(), await visitor()]
    await voteIn(room, voted, 'a')
    await unshare('challenge')
    await waiting.hears('conversation:changed', ({ presence }) => presence === 0)
    expect(await refused(waiting)).toBe('not_found')
    expect(await join(voted)).toMatchObject({ role: 'juror', vote: { choice: 'a' } })
    expect((await join(voted)).sides).toBeDefined()
  })

  it('takes who was put out for the juror they were when a new link invites them', async () => {
    const [voted, waiting] = [await visitor(), await visitor()]
    await voteIn(room, voted, 'a')
    await unshare('challenge')
    await waiting.hears('conversation:changed', ({ presence }) => presence === 0)
    const { key } = await share('challenge')
    expect(await join(waiting, key)).toMatchObject({ role: 'juror', votable: true, voted: 1 })
    await voteIn(room, waiting, 'b')
    // Neither of them votes twice, by whichever link.
    const { conversationId } = room
    for (const [person, choice] of [
      [voted, 'a'],
      [waiting, 'b'],
    ] as const) {
      const found = await join(person, key)
      expect(found).toMatchObject({ vote: { choice, final: true }, votable: false })
      const again = { commandId: 'again', conversationId, turn: 1, choice: 'tie' as const }
      expect(await person.ask('vote:cast', again)).toMatchObject({
        error: { code: 'already_voted' },
      })
    }
    expect(await join(voted)).toMatchObject({ tally: { a: 1, b: 1 } })
  })

  it('makes a juror again, on all their pages, of who reads on since the votes were ended', async () => {
    const juror = await visitor()
    const tab = await juror.again()
    people.push(tab)
    await join(tab)
    await room.owner.does('conversation:close', { conversationId: room.conversationId })
    await tab.hears('conversation:changed', ({ role }) => role === 'reader')
    const { key } = await share('challenge')
    expect(await join(juror, key)).toMatchObject({ role: 'juror', votable: true })
    await tab.hears('conversation:changed', ({ role }) => role === 'juror')
  })

  it('ends its votes by the word of the owner; who has not voted reads on', async () => {
    const juror = await visitor()
    const { conversationId } = room
    await room.owner.does('conversation:close', { conversationId })
    await juror.hears('conversation:changed', ({ role }) => role === 'reader')
    expect(await join(juror)).toMatchObject({ role: 'reader', votable: false })
    const vote = { commandId: 'v', conversationId, turn: 1, choice: 'a' as const }
    expect(await juror.ask('vote:cast', vote)).toMatchObject({ error: { code: 'not_found' } })
  })

  it('can be read only, and then names nobody whatever the owner has voted', async () => {
    const { key } = await share('read')
    const reader = await visitor(key)
    await voteIn(room, room.owner, 'a')
    const snapshot = await join(reader)
    expect(snapshot).toMatchObject({ role: 'reader', votable: false, open: false })
    expect(JSON.stringify([reader.heard, snapshot])).not.toMatch(NAMES)
    const { conversationId } = room
    const vote = { commandId: 'v', conversationId, turn: 1, choice: 'a' as const }
    expect(await reader.ask('vote:cast', vote)).toMatchObject({ error: { code: 'not_found' } })
    // The other link makes more of the same person.
    expect(await join(reader, room.key)).toMatchObject({ role: 'juror', votable: true })
  })

  it('of named models can be read and not be voted on blind', async () => {
    const { owner } = room
    const { conversationId } = await owner.does('conversation:start', {
      mode: 'direct',
      text: 'Q',
      models: ['alpha'],
    })
    const reply = await owner.ask('conversation:share', { conversationId, kind: 'challenge' })
    expect(reply).toMatchObject({ error: { code: 'invalid_payload' } })
    const { key } = await owner.does('conversation:share', { conversationId, kind: 'read' })
    const reader = await TestPerson.arrive(arena.url)
    people.push(reader)
    const { snapshot } = await reader.does('conversation:join', { conversationId, key })
    expect(snapshot.sides?.a?.name).toBe('alpha')
  })

  it('has a title that only its owner changes and sees changed', async () => {
    const juror = await visitor()
    await room.owner.fetch(`/api/conversations/${room.conversationId}`, {
      method: 'PATCH',
      headers: { origin: arena.url },
      body: JSON.stringify({ title: 'alpha against beta' }),
    })
    await room.owner.hears('conversation:changed', ({ title }) => title === 'alpha against beta')
    expect(JSON.stringify([await join(juror), juror.heard])).not.toMatch(NAMES)
  })

  it('is gone for everybody when its owner deletes it', async () => {
    const juror = await visitor()
    await voteIn(room, juror, 'a')
    await room.owner.fetch(`/api/conversations/${room.conversationId}`, {
      method: 'DELETE',
      headers: { origin: arena.url },
    })
    await juror.hears('conversation:changed', ({ presence }) => presence === 0)
    expect(await refused(juror, room.key)).toBe('not_found')
  })
})
