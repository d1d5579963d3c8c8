import { afterAll, beforeAll, expect, it } from 'vitest'
import type { VotePage } from '#shared/protocol/admin-votes'
import type { Board } from '#shared/protocol/leaderboard'
import type { PairView } from '#shared/protocol/leaderboard-views'
import type { VoteEffectReply } from '#shared/protocol/vote-effect'
import type { Choice } from '#shared/vocabulary'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const ADMIN_TOKEN = 'the-token-of-the-operator-0123456789'
const SIDES = ['a', 'b'] as const

let arena: TestArena
let voter: TestPerson
let other: TestPerson

beforeAll(async () => {
  arena = await startArena({
    env: { VOTE_GRACE_MS: '0', BLIND_PACE: 'off', BOARD_MIN_VOTES: '2', ADMIN_TOKEN },
  })
  voter = await TestPerson.arrive(arena.url)
  other = await TestPerson.arrive(arena.url)
})
afterAll(async () => {
  voter.leave()
  other.leave()
  await arena.close()
})

async function vote(person: TestPerson, choice: Choice): Promise<string> {
  const { conversationId, turn } = await person.does('conversation:start', {
    mode: 'battle',
    text: 'Why rain?',
  })
  await person.hears('turn:done', (done) => done.conversationId === conversationId)
  await person.does('vote:cast', { conversationId, turn, choice })
  return conversationId
}

const read = async <T>(path: string, person = voter) =>
  (await (await person.fetch(`/api/leaderboard${path}`)).json()) as T
const statusFor = async (person: TestPerson, id: string) =>
  (await person.fetch(`/api/leaderboard/effect?conversation=${id}`)).status

async function admin<T>(method: string, path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' }
  const url = `${arena.url}/api/admin/${path}`
  const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  return (await answer.json()) as T
}

/** The board once the vote on a battle is taken back. */
async function without(conversationId: string): Promise<Board> {
  const { votes } = await admin<VotePage>('GET', 'votes?state=rated')
  const { id } = votes.find((each) => each.conversationId === conversationId)!
  await admin('POST', `votes/${id}/withdraw`, { reason: 'test' })
  return read<Board>('')
}

it('tells a voter, and nobody else, how others voted and what the own vote changed', async () => {
  const others = ['a', 'b', 'tie', 'a', 'both_bad', 'b'] as const
  await Promise.all(others.map((choice) => vote(other, choice)))
  const id = await vote(voter, 'b')
  const effect = (await read<VoteEffectReply>(`/effect?conversation=${id}`)).effect!
  const after = await read<Board>('')
  const { snapshot } = await voter.does('conversation:join', { conversationId: id })
  const names = SIDES.map((side) => snapshot.sides![side]!.name)
  const placeOn = (board: Board, name: string) => {
    const row = board.rows.find(({ model }) => model === name)
    return row?.rating == null ? null : { rating: expect.closeTo(row.rating, 6), rank: row.rank }
  }

  expect(effect).toMatchObject({ demo: true, votes: 7, minimumVotes: 2 })
  SIDES.forEach((side, at) => expect(effect.sides[side].after).toEqual(placeOn(after, names[at]!)))
  const pair = await read<PairView>(`/pair?a=${names[0]}&b=${names[1]}`)
  expect({ ...effect.others, b: effect.others.b + 1 }).toEqual(pair.votes)

  expect(await statusFor(other, id)).toBe(404)
  expect(await statusFor(voter, 'nothing')).toBe(404)
  const before = await without(id)
  SIDES.forEach((side, at) =>
    expect(effect.sides[side].before).toEqual(placeOn(before, names[at]!)),
  )
  expect(await statusFor(voter, id)).toBe(404)
})
