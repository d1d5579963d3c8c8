import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Draws } from '#shared/protocol/leaderboard-views'
import type { Board } from '#shared/protocol/leaderboard'
import type { AdminVoter, VoteCounts, VotePage } from '#shared/protocol/admin-votes'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { ADMIN_TOKEN, adminOf } from '../../support/test-admin.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const OFFICE = '203.0.113.9'
const ELSEWHERE = '198.51.100.1'

let upstream: FakeUpstream
let arena: TestArena
const people: TestPerson[] = []
beforeAll(async () => {
  upstream = await startFakeUpstream()
})
afterAll(() => upstream.close())
afterEach(async () => {
  for (const person of people.splice(0)) person.leave()
  await arena.close()
})

const open = async (env: Record<string, string>) => {
  const usual = { ADMIN_TOKEN, VOTE_GRACE_MS: '0', TRUSTED_PROXIES: 'loopback' }
  arena = await startArena({ models: twoModels(upstream.url), env: { ...usual, ...env } })
}

async function somebodyAt(address: string): Promise<TestPerson> {
  const person = await TestPerson.arrive(arena.url, undefined, address)
  people.push(person)
  return person
}

/** @returns why the vote does not count; undefined where it does */
async function vote(person: TestPerson, text: string): Promise<string | undefined> {
  const begun = await person.does('conversation:start', { mode: 'battle', text })
  const { conversationId, turn } = begun
  await person.hears('turn:done', (done) => done.conversationId === conversationId)
  const { vote: cast } = await person.does('vote:cast', { conversationId, turn, choice: 'a' })
  expect(cast).toMatchObject({ final: true, choice: 'a', rated: cast.unratedReason === undefined })
  return cast.unratedReason
}

it('votes beyond a cap are kept, off the boards, with the reason', async () => {
  await open({
    RATED_VOTES_PER_HOUR: '3',
    RATED_VOTES_PER_PROMPT: '2',
  })
  const busy = await somebodyAt(OFFICE)
  expect(await vote(busy, 'Why is the sky blue?')).toBeUndefined()
  expect(await vote(busy, '  why is the SKY\nblue? ')).toBeUndefined()
  expect(await vote(busy, 'Why is the sky blue?')).toBe('duplicate_prompt')
  expect(await vote(busy, 'Why is the sea blue?')).toBeUndefined()
  expect(await vote(busy, 'Why is the grass green?')).toBe('voter_cap')

  const unrated = { duplicate_prompt: 1, voter_cap: 1 }
  const draws = await busy.fetch('/api/leaderboard/draws')
  expect((await draws.json()) as Draws).toMatchObject({ rated: 3, unrated })
  const counts = await fetch(`${arena.url}/api/admin/votes/counts`, {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
  })
  expect((await counts.json()) as VoteCounts).toMatchObject({ rated: 3, unrated })
})

it('all of one address have a cap together, and nobody else', async () => {
  await open({ RATED_VOTES_PER_DAY_PER_ADDRESS: '1' })
  expect(await vote(await somebodyAt(OFFICE), 'Why rain?')).toBeUndefined()
  expect(await vote(await somebodyAt(OFFICE), 'Why snow?')).toBe('address_cap')
  expect(await vote(await somebodyAt(ELSEWHERE), 'Why hail?')).toBeUndefined()
})

it('whoever erases all they have is somebody new at the same address', async () => {
  await open({ RATED_VOTES_PER_DAY_PER_ADDRESS: '2' })
  const busy = await somebodyAt(OFFICE)
  expect(await vote(busy, 'Why rain?')).toBeUndefined()
  expect(await vote(busy, 'Why snow?')).toBeUndefined()
  const headers = { 'x-forwarded-for': OFFICE }
  const erased = await busy.fetch('/api/me', { method: 'DELETE', headers })
  expect(erased.status).toBe(204)
  const cookie = erased.headers.getSetCookie()[0]!.split(';')[0]!
  const anew = await TestPerson.arrive(arena.url, cookie, OFFICE)
  people.push(anew)
  expect(await vote(anew, 'Why hail?')).toBe('address_cap')
  const votes = await arena.app.get(KyselyDatabase).db.selectFrom('votes').selectAll().execute()
  const before = votes.filter(({ rated }) => rated === 1)
  expect(before.map(({ promptKey }) => promptKey)).toEqual([null, null])
})

it('a deleted conversation frees no prompt, and keeps of its votes the bare outcome and what they are counted by', async () => {
  await open({ RATED_VOTES_PER_PROMPT: '1' })
  const busy = await somebodyAt(OFFICE)
  expect(await vote(busy, 'Why rain?')).toBeUndefined()
  const { db } = arena.app.get(KyselyDatabase)
  const { id } = await db.selectFrom('conversations').select('id').executeTakeFirstOrThrow()
  await busy.does('vote:annotate', { conversationId: id, turn: 1, comment: 'secret' })
  expect((await busy.fetch(`/api/conversations/${id}`, { method: 'DELETE' })).status).toBe(204)
  const kept = await db.selectFrom('votes').selectAll().executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ conversationId: id, choice: 'a', comment: null, reasons: null })
  expect([kept.addressKey, kept.promptKey]).toEqual([
    expect.stringMatching(/^[\w-]{43}$/),
    expect.stringMatching(/^[\w-]{43}$/),
  ])
  expect(await vote(busy, 'Why rain?')).toBe('duplicate_prompt')
})

it('votes that are too near to each other count once', async () => {
  await open({ RATED_VOTE_GAP_MS: '600000' })
  const hasty = await somebodyAt(OFFICE)
  expect(await vote(hasty, 'Why rain?')).toBeUndefined()
  expect(await vote(hasty, 'Why snow?')).toBe('too_soon')
  expect(await vote(await somebodyAt(OFFICE), 'Why hail?')).toBeUndefined()
})

describe('a voter who is taken back', () => {
  const admin = adminOf(() => arena)
  const reason = 'a test'
  const excluded = async () =>
    (await admin<{ voters: AdminVoter[] }>('GET', 'voters')).body.voters.find(
      (voter) => voter.excluded,
    )!
  const unrated = async () => (await admin<VoteCounts>('GET', 'votes/counts')).body

  it('has no more votes that count than anybody else', async () => {
    await open({ RATED_VOTES_PER_HOUR: '2', RATED_VOTES_PER_PROMPT: '1' })
    const busy = await somebodyAt(OFFICE)
    expect(await vote(busy, 'Why rain?')).toBeUndefined()
    const { voters } = (await admin<{ voters: AdminVoter[] }>('GET', 'voters')).body
    await admin('POST', `voters/${voters[0]!.voterId}/exclude`, { reason })
    for (const text of ['Why rain?', 'Why snow?', 'Why hail?', 'Why fog?']) {
      expect(await vote(busy, text)).toBe('voter_excluded')
    }
    expect(await unrated()).toMatchObject({ rated: 0, unrated: { voter_excluded: 5 } })
    const restored = await admin('POST', `voters/${voters[0]!.voterId}/restore`, { reason })
    expect(restored.status).toBe(200)
    expect(await unrated()).toEqual({
      waiting: 0,
      rated: 2,
      unrated: { duplicate_prompt: 1, voter_cap: 2 },
    })
    const draws = await busy.fetch('/api/leaderboard')
    expect((await draws.json()) as Board).toMatchObject({ votes: 2 })
  })

  it('can be so after deleting everything: the votes are of nobody, and so is the exclusion', async () => {
    await open({})
    const busy = await somebodyAt(OFFICE)
    expect(await vote(busy, 'Why rain?')).toBeUndefined()
    const { voters } = (await admin<{ voters: AdminVoter[] }>('GET', 'voters')).body
    await admin('POST', `voters/${voters[0]!.voterId}/exclude`, { reason })
    expect((await busy.fetch('/api/me', { method: 'DELETE' })).status).toBe(204)
    const nobody = (await excluded()).voterId
    expect(nobody).not.toBe(voters[0]!.voterId)
    expect(await unrated()).toMatchObject({ rated: 0, unrated: { voter_excluded: 1 } })
    expect((await admin('POST', `voters/${nobody}/restore`, { reason })).status).toBe(200)
    expect(await unrated()).toMatchObject({ rated: 1, unrated: {} })
  })
})

it('votes that were withdrawn leave no room for others, since they may be put back', async () => {
  await open({ RATED_VOTES_PER_HOUR: '2' })
  const admin = adminOf(() => arena)
  const busy = await somebodyAt(OFFICE)
  expect(await vote(busy, 'Why rain?')).toBeUndefined()
  expect(await vote(busy, 'Why snow?')).toBeUndefined()
  const { votes } = (await admin<VotePage>('GET', 'votes')).body
  const turn = async (verb: string) => {
    for (const { id } of votes) await admin('POST', `votes/${id}/${verb}`, { reason: 'in doubt' })
  }
  await turn('withdraw')
  expect(await vote(busy, 'Why hail?')).toBe('voter_cap')
  await turn('restore')
  const { rated, unrated } = (await admin<VoteCounts>('GET', 'votes/counts')).body
  expect({ rated, unrated }).toEqual({ rated: 2, unrated: { voter_cap: 1 } })
})

it('a vote that was one too many counts once an admin puts it back', async () => {
  await open({ RATED_VOTES_PER_DAY: '1' })
  const admin = adminOf(() => arena)
  const busy = await somebodyAt(OFFICE)
  expect(await vote(busy, 'Why rain?')).toBeUndefined()
  expect(await vote(busy, 'Why snow?')).toBe('voter_cap')
  const { votes } = (await admin<VotePage>('GET', 'votes?reason=voter_cap')).body
  const order = (verb: string) =>
    admin('POST', `votes/${votes[0]!.id}/${verb}`, { reason: 'a class voted' })
  // A withdrawal in between is undone first.
  await order('withdraw')
  await order('restore')
  expect((await admin<VoteCounts>('GET', 'votes/counts')).body).toMatchObject({ rated: 1 })
  expect((await order('restore')).body).toEqual({ battles: 1 })
  expect((await (await busy.fetch('/api/leaderboard')).json()) as Board).toMatchObject({ votes: 2 })
})

it('many votes at once count as many times as they may', async () => {
  await open({ RATED_VOTES_PER_DAY: '2' })
  const many = await somebodyAt(OFFICE)
  const prompts = ['One', 'Two', 'Three', 'Four', 'Five']
  const reasons = await Promise.all(prompts.map((text) => vote(many, text)))
  expect(reasons.sort()).toEqual(['voter_cap', 'voter_cap', 'voter_cap', undefined, undefined])
})
