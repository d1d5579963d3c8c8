import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { VotePage } from '#shared/protocol/admin-votes'
import type { Board } from '#shared/protocol/leaderboard'
import type { PairView } from '#shared/protocol/leaderboard-views'
import type { VoteEffectReply } from '#shared/protocol/vote-effect'
import type { Choice } from '#shared/vocabulary'
import { BoardService } from '#server/leaderboard/board.service'
import { SliceRatings } from '#server/leaderboard/slice-ratings'
import { comeIn, openRoom, voteIn } from '../../support/room.js'
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

afterEach(() => vi.restoreAllMocks())

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

const effectOf = (id: string, person = voter) =>
  read<VoteEffectReply>(`/effect?conversation=${id}`, person)

it('is worked out once a board, also for who asks again and again', async () => {
  const id = await vote(voter, 'a')
  const ratings = arena.app.get(SliceRatings)
  await read<Board>('')
  const rate = vi.spyOn(ratings, 'rate')
  const answers = await Promise.all([effectOf(id), effectOf(id), effectOf(id)])
  expect(rate).toHaveBeenCalledTimes(1)
  expect(answers[1]).toEqual(answers[0])
  await vote(other, 'b')
  expect(await effectOf(id)).not.toEqual(answers[0])
})

it('is of one moment: a board that has not heard of the vote yet takes no other one back', async () => {
  const ratings = arena.app.get(SliceRatings)
  const spec = arena.app.get(BoardService).spec({ demo: true }, '')
  const before = await ratings.of(spec)
  const id = await vote(voter, 'both_bad')
  vi.spyOn(ratings, 'of').mockResolvedValueOnce({ ...before })
  const early = await effectOf(id)
  const late = await effectOf(id)
  expect(early.effect!.votes).toBe(before.standings.votes + 1)
  expect(early.effect!.others).toEqual(late.effect!.others)
  for (const side of SIDES) {
    for (const when of ['before', 'after'] as const) {
      // A model without another vote has no place before this one.
      const [one, other] = [early, late].map(({ effect }) => effect!.sides[side][when])
      if (other) expect(one!.rating).toBeCloseTo(other.rating, 6)
      else expect(one).toBeNull()
    }
  }
})

it('waits for the others of a room, and is not there for a juror before their own vote', async () => {
  const room = await openRoom(arena)
  const juror = await comeIn(room)
  await voteIn(room, room.owner, 'a')
  expect(await effectOf(room.conversationId, room.owner)).toEqual({ effect: null })
  expect(await statusFor(juror, room.conversationId)).toBe(404)
  await voteIn(room, juror, 'b')
  for (const person of [room.owner, juror]) {
    const { effect } = await effectOf(room.conversationId, person)
    expect(effect).toMatchObject({ demo: true })
    person.leave()
  }
})

it('is not there while a vote can still be changed', async () => {
  const patient = await startArena({ env: { VOTE_GRACE_MS: '600000' } })
  const person = await TestPerson.arrive(patient.url)
  const { conversationId, turn } = await person.does('conversation:start', {
    mode: 'battle',
    text: 'Why rain?',
  })
  await person.hears('turn:done')
  await person.does('vote:cast', { conversationId, turn, choice: 'a' })
  expect(await statusFor(person, conversationId)).toBe(404)
  person.leave()
  await patient.close()
})
