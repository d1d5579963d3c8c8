import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRoom } from '../../support/room.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import type { TestPerson } from '../../support/test-person.js'

const [OLD, NEW] = ['the-key-of-yesterday', 'the-key-of-today-0000']

let arena: TestArena
beforeAll(async () => {
  arena = await startArena({ env: { SESSION_SECRET: OLD } })
})
afterAll(() => arena.close())

/** The cookie that an answer gives, if it gives one. */
async function visit(cookie = ''): Promise<string | undefined> {
  return (await lines(cookie))[0]?.split(';')[0]
}
async function lines(cookie: string): Promise<string[]> {
  const { headers } = await fetch(`${arena.url}/api/site`, { headers: { cookie } })
  return headers.getSetCookie()
}
/** The voter behind a cookie: its first part, which is all that stays of it. */
const voterOf = (cookie: string | undefined) => cookie?.split('=')[1]?.split('.')[0]

it('a session outlives its key, under the next one', async () => {
  const first = (await visit())!
  expect(await visit(first)).toBeUndefined()
  arena = await arena.restart({ SESSION_SECRET: NEW, SESSION_SECRET_PREVIOUS: OLD })
  const second = await visit(first)
  expect(second).not.toBe(first)
  expect(voterOf(second)).toBe(voterOf(first))
  expect(await visit(second)).toBeUndefined()
  arena = await arena.restart({ SESSION_SECRET: NEW, SESSION_SECRET_PREVIOUS: '' })
  expect(await visit(second)).toBeUndefined()
  expect(voterOf(await visit(first))).not.toBe(voterOf(first))
})

/** One battle, to its final vote. */
async function vote(person: TestPerson, text: string) {
  const { conversationId, turn } = await person.does('conversation:start', { mode: 'battle', text })
  await person.hears('turn:done', (done) => done.conversationId === conversationId)
  return (await person.does('vote:cast', { conversationId, turn, choice: 'a' })).vote
}

it('so does the link of a room, and what somebody has voted on', async () => {
  const settings = { RATED_VOTES_PER_PROMPT: '1', VOTE_GRACE_MS: '0', PUBLIC_URL: '' }
  arena = await arena.restart({ ...settings, SESSION_SECRET: OLD, SESSION_SECRET_PREVIOUS: '' })
  const { owner, conversationId, key } = await openRoom(arena)
  expect(await vote(owner, 'Why rain?')).toMatchObject({ rated: true })
  owner.leave()
  arena = await arena.restart({ ...settings, SESSION_SECRET: NEW, SESSION_SECRET_PREVIOUS: OLD })
  const later = await owner.again(arena.url)
  const shared = await later.does('conversation:share', { conversationId, kind: 'challenge' })
  expect(shared).toMatchObject({ key })
  expect(await vote(later, 'Why rain?')).toMatchObject({ unratedReason: 'duplicate_prompt' })
  later.leave()
})

it('a session that came over plain HTTP is bound to the host once there is TLS', async () => {
  const plain = (await visit())!
  expect(plain).toMatch(/^ringside_session=/)
  arena = await arena.restart({ PUBLIC_URL: 'https://arena.example' })
  const bound = await visit(plain)
  expect(bound).toMatch(/^__Host-ringside_session=/)
  expect(voterOf(bound)).toBe(voterOf(plain))
  expect(await visit(bound)).toBeUndefined()
})

const PLAIN_ENDS = /^ringside_session=; Path=\/; .*Max-Age=0$/

it('under TLS the plain cookie is taken away, also beside the other', async () => {
  arena = await arena.restart({ PUBLIC_URL: '' })
  const plain = (await visit())!
  arena = await arena.restart({ PUBLIC_URL: 'https://arena.example' })
  const [bound, ends, ...more] = await lines(plain)
  expect(bound).toMatch(/^__Host-/)
  expect(ends).toMatch(PLAIN_ENDS)
  expect(more).toEqual([])
  expect(await lines(`${plain}; ${bound!.split(';')[0]}`)).toEqual([
    expect.stringMatching(PLAIN_ENDS),
  ])
  // Of another arena at the same name.
  expect(await lines(`ringside_session=x.y.z; ${bound!.split(';')[0]}`)).toEqual([])
})

it('a session that was given out under TLS makes nobody come as its voter in a plain cookie', async () => {
  const bound = (await visit())!
  expect(bound).toMatch(/^__Host-/)
  const planted = bound.replace('__Host-', '')
  expect(voterOf(await visit(planted))).not.toBe(voterOf(bound))
})

it('nothing of before is left in the browser of one who erases all they have', async () => {
  arena = await arena.restart({ PUBLIC_URL: '' })
  const plain = (await visit())!
  arena = await arena.restart({ PUBLIC_URL: 'https://arena.example' })
  const bound = (await visit(plain))!
  const { status, headers } = await fetch(`${arena.url}/api/me`, {
    method: 'DELETE',
    headers: { cookie: `${plain}; ${bound}` },
  })
  expect(status).toBe(204)
  const given = headers.getSetCookie()
  expect(given).toContainEqual(expect.stringMatching(PLAIN_ENDS))
  expect(voterOf(given.at(-1))).not.toBe(voterOf(bound))
})
