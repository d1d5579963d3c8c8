import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PersonalService } from '#server/arena/personal/personal.service'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import type { ExportedConversation } from '#shared/protocol/export'
import type { ExportedOwnVote, ExportedPicture, PersonalCounts } from '#shared/protocol/personal'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { RED, aPicture } from '../../support/pictures.js'
import { comeIn, openRoom, voteIn } from '../../support/room.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { upload } from './pictures.js'

const NOTHING: PersonalCounts = { conversations: 0, votes: 0, reactions: 0, pictures: 0 }

describe('everything of one person', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeEach(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: ['Fine.'] }))
    arena = await startArena({
      models: twoModels(upstream.url),
      env: { VOTE_GRACE_MS: '0', LIMITS: 'off' },
    })
    person = await TestPerson.arrive(arena.url)
  })
  afterEach(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const begin = async (mode: 'battle' | 'direct', text: string) => {
    const models = mode === 'direct' ? { models: ['alpha'] } : {}
    const { conversationId } = await person.does('conversation:start', { mode, text, ...models })
    await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    return conversationId
  }
  const counts = async (cookie = person.cookie) =>
    (await (await person.fetch('/api/me', { headers: { cookie } })).json()) as PersonalCounts
  const erase = () => person.fetch('/api/me', { method: 'DELETE' })
  const database = () => arena.app.get(KyselyDatabase).db

  it('is counted, and is nobody else’s', async () => {
    const conversationId = await begin('direct', 'Q')
    await person.does('answer:react', { conversationId, turn: 1, reaction: 'up' })
    const battle = await begin('battle', 'Q')
    await person.does('vote:cast', { conversationId: battle, turn: 1, choice: 'a' })
    expect(await counts()).toEqual({ conversations: 2, votes: 1, reactions: 1, pictures: 0 })
    const other = await TestPerson.arrive(arena.url)
    expect(await (await other.fetch('/api/me')).json()).toEqual(NOTHING)
    other.leave()
  })

  it('is a file of a conversation a line, which names nobody before the vote', async () => {
    const open = await begin('battle', 'An open one')
    const voted = await begin('battle', 'One with a vote')
    await person.does('vote:cast', { conversationId: voted, turn: 1, choice: 'tie' })
    await person.does('vote:annotate', { conversationId: voted, turn: 1, comment: 'Close.' })
    const foreign = await openRoom(arena)
    const response = await person.fetch('/api/me/export')
    expect(response.headers.get('ringside-rows')).toBe('2')
    expect(response.headers.get('content-disposition')).toContain('ringside-my-data.json')
    const text = await response.text()
    const all = JSON.parse(text) as {
      conversations: ExportedConversation[]
      votes: ExportedOwnVote[]
    }
    expect(all.conversations.map(({ conversationId }) => conversationId)).toEqual([open, voted])
    expect(JSON.stringify(all.conversations[0])).not.toMatch(/alpha|beta|openai/)
    expect(JSON.stringify(all.conversations[1])).toMatch(/alpha/)
    expect(all.votes).toMatchObject([{ conversationId: voted, choice: 'tie', comment: 'Close.' }])
    expect(text.trimEnd().split('\n')).toHaveLength(4 + all.conversations.length)
    expect(text).not.toContain(foreign.conversationId)
    foreign.owner.leave()
  })

  it('is a file with the pictures that were brought, whole', async () => {
    const bytes = await aPicture(RED)
    const { id } = await upload(person, bytes)
    const response = await person.fetch('/api/me/export')
    expect(response.headers.get('ringside-rows')).toBe('1')
    const { pictures } = (await response.json()) as { pictures: ExportedPicture[] }
    const served = await person.fetch(`/api/images/${id}`)
    const base64 = Buffer.from(await served.arrayBuffer()).toString('base64')
    expect(pictures).toMatchObject([{ id, type: 'png', base64 }])
  })

  it('is erased: only what was counted stays, of nobody, and the browser is somebody new', async () => {
    const tab = await person.again()
    const room = await openRoom(arena)
    const juror = await comeIn(room, person.cookie)
    await voteIn(room, juror, 'b')
    await voteIn(room, room.owner, 'a')
    const voted = await begin('battle', 'Q')
    await person.does('vote:cast', { conversationId: voted, turn: 1, choice: 'a' })
    await person.does('vote:annotate', { conversationId: voted, turn: 1, comment: 'secret' })
    upstream.script(() => ({ text: ['Begun'], cut: { after: 1, by: 'stall' } }))
    const running = await person.does('conversation:start', { mode: 'battle', text: 'Q' })
    const before = await database().selectFrom('pairCounts').selectAll().execute()
    const mine = await database().selectFrom('conversations').select('ownerId').execute()
    const ids = new Set(mine.map(({ ownerId }) => ownerId))

    const response = await erase()
    expect(response.status).toBe(204)
    const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!
    expect(cookie).not.toBe(person.cookie)
    expect(await counts()).toEqual(NOTHING)
    expect(await counts(cookie)).toEqual(NOTHING)
    for (const id of [voted, running.conversationId, room.conversationId]) {
      expect((await person.fetch(`/api/conversations/${id}`)).status).toBe(404)
    }
    await tab.hears('conversation:changed', (event) => event.conversationId === voted)
    const votes = await database().selectFrom('votes').selectAll().execute()
    expect(votes.map(({ choice }) => choice).sort()).toEqual(['a', 'a', 'b'])
    expect(JSON.stringify(votes)).not.toContain('secret')
    const owner = await database().selectFrom('conversations').select('ownerId').execute()
    expect(votes.filter(({ voterId }) => ids.has(voterId)).map(({ voterId }) => voterId)).toEqual(
      owner.map(({ ownerId }) => ownerId),
    )
    expect(await database().selectFrom('pairCounts').selectAll().execute()).toEqual(before)
    for (const person of [tab, juror, room.owner]) person.leave()
  })

  it('is erased once more after the other tabs have been sent away', async () => {
    const tab = await person.again()
    const gone = new Promise((resolve) => tab.socket.once('disconnect', resolve))
    await begin('direct', 'Q')
    expect((await erase()).status).toBe(204)
    // A tab that has not heard of it yet.
    await begin('direct', 'Late')
    expect((await counts()).conversations).toBe(1)
    await gone
    await expect.poll(() => counts()).toEqual(NOTHING)
    tab.leave()
  })

  it('stays where it cannot be erased, and the browser keeps its session', async () => {
    const conversationId = await begin('direct', 'Q')
    const personal = arena.app.get(PersonalService)
    const erasure = Reflect.get(personal, 'erasure') as { ofOwner: () => Promise<void> }
    const { ofOwner: really } = erasure
    erasure.ofOwner = () => Promise.reject(new Error('disk full'))
    const refused = await erase()
    expect(refused.status).toBe(500)
    expect(refused.headers.getSetCookie()).toEqual([])
    expect((await person.fetch(`/api/conversations/${conversationId}`)).status).toBe(200)
    erasure.ofOwner = really
    expect((await erase()).status).toBe(204)
    expect(await counts()).toEqual(NOTHING)
  })
})
