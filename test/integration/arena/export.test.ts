import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportedConversation } from '#shared/protocol/export'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { comeIn, openRoom, voteIn, type Room } from '../../support/room.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

describe('a conversation as a file', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let room: Room
  let reader: TestPerson
  let juror: TestPerson
  let stranger: TestPerson

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: ['Four.'], reasoning: ['Two and two.'] }))
    arena = await startArena({ models: twoModels(upstream.url), env: { VOTE_GRACE_MS: '0' } })
    room = await openRoom(arena)
    juror = await comeIn(room)
    stranger = await TestPerson.arrive(arena.url)
    const { conversationId } = room
    const { key } = await room.owner.does('conversation:share', { conversationId, kind: 'read' })
    reader = await TestPerson.arrive(arena.url)
    await reader.does('conversation:join', { conversationId, key })
  })
  afterAll(async () => {
    for (const person of [room.owner, reader, juror, stranger]) person.leave()
    await arena.close()
    await upstream.close()
  })

  const get = (person: TestPerson, asked: string) =>
    person.fetch(`/api/conversations/${room.conversationId}/export?${asked}`)
  const files = async (person: TestPerson) => {
    const json = await (await get(person, 'format=json')).text()
    return { json, markdown: await (await get(person, 'format=markdown')).text() }
  }
  const expectBlind = async (person: TestPerson) => {
    const { json, markdown } = await files(person)
    expect(json + markdown).not.toMatch(/alpha|beta|openai|Two and two|finishReason|sides/)
    expect(markdown).toContain('### Model A\n\nFour.')
    expect((JSON.parse(json) as ExportedConversation).turns[0]).toMatchObject({
      text: 'What is 2 + 2?',
      answers: { a: { text: 'Four.', status: 'done' }, b: { text: 'Four.', status: 'done' } },
    })
  }

  it('is for those who may read it', async () => {
    for (const format of ['json', 'markdown']) {
      expect((await get(stranger, `format=${format}`)).status).toBe(404)
      for (const person of [room.owner, juror, reader]) {
        expect((await get(person, `format=${format}`)).status).toBe(200)
      }
    }
    for (const asked of ['format=html', 'format=json&lang=xx']) {
      expect((await get(room.owner, asked)).status).toBe(400)
    }
  })

  it('is a download of its kind, named by its title', async () => {
    const title = '测试: "../a"'
    await room.owner.fetch(`/api/conversations/${room.conversationId}`, {
      method: 'PATCH',
      body: JSON.stringify({ title }),
    })
    const named = async (person: TestPerson, format: string) => {
      const { headers } = await get(person, `format=${format}`)
      return [headers.get('content-type'), headers.get('content-disposition')]
    }
    const [type, disposition] = await named(room.owner, 'markdown')
    expect(type?.toLowerCase()).toBe('text/markdown; charset=utf-8')
    expect(disposition).toMatch(/^attachment; /)
    expect(disposition).toContain(`filename*=UTF-8''${encodeURIComponent('测试 .. a.md')}`)
    expect((await named(room.owner, 'json'))[0]).toContain('application/json')
    // The owner's words for it are the owner's own.
    expect((await named(juror, 'json'))[1]).toBe('attachment; filename="What is 2 + 2.json"')
  })

  it('names nobody before the viewer’s own vote, whoever else has voted', async () => {
    for (const person of [room.owner, juror, reader]) await expectBlind(person)
    await voteIn(room, room.owner, 'a')
    for (const person of [juror, reader]) await expectBlind(person)
    const { json, markdown } = await files(room.owner)
    const { sides, vote, turns } = JSON.parse(json) as ExportedConversation
    expect([sides?.a?.name, sides?.b?.name].sort()).toEqual(['alpha', 'beta'])
    expect(vote).toEqual({ choice: 'a', final: true })
    expect(turns[0]?.answers.a?.reasoning).toBe('Two and two.')
    expect(markdown).toContain(`### Model A: ${sides?.a?.name}`)
    expect(markdown).toContain('**Your vote: A is better**')
    await voteIn(room, juror, 'b')
    expect((await files(juror)).json).toContain('alpha')
    await expectBlind(reader)
  })
})
