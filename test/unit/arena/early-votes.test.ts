import { expect, it } from 'vitest'
import { EarlyVotes } from '#server/arena/votes/early-votes'
import { LiveSide } from '#server/arena/live/live-side'
import { LiveTurn } from '#server/arena/live/live-turn'
import type { LiveTurns } from '#server/arena/live/live-turns'
import { RoomOutput } from '#server/arena/live/room-output'
import { makePace } from '#server/domain/pacing/pace'
import type { ConversationRepository } from '#server/storage/conversations/conversation.repository'
import { aConversation, anAnswer } from '../../support/factories.js'
import { ManualClock } from '../../support/manual-clock.js'

class Silence extends RoomOutput {
  frame(): void {}
}

/** A battle at the default pace of which both sides have shown something and have more in store. */
function aBattle() {
  const clock = new ManualClock()
  const sides = [new LiveSide('a', 1, true), new LiveSide('b', 1, true)] as const
  const turn = new LiveTurn(
    {
      ...{ conversationId: 'conversation-1', turn: 1, begunAt: clock.now(), blind: true, seq: 0 },
      ...{ sides, pace: makePace('paced'), paceAlone: makePace('strict') },
    },
    new Silence(),
  )
  for (const live of sides) {
    live.status = 'streaming'
    live.take({ type: 'text', text: 'word '.repeat(100) }, clock.now())
  }
  while (sides.some(({ shown }) => shown === 0)) {
    turn.showMore(clock.now(), clock.elapsed())
    clock.advance(200)
  }
  const answers = sides.map(({ side }) => anAnswer({ side, status: 'streaming' }))
  const votes = new EarlyVotes(
    clock,
    { load: async () => ({ answers }) } as unknown as ConversationRepository,
    { get: () => turn } as unknown as LiveTurns,
  )
  return {
    clock,
    turn,
    sides,
    vote: () => votes.stopFor({ conversation: aConversation(), role: 'owner' }, 1),
  }
}

it('a vote stops what is still on its way', async () => {
  const { turn, sides, vote } = aBattle()
  const voted = vote()
  await new Promise(setImmediate)
  expect(sides.map(({ ending }) => ending?.status)).toEqual(['stopped', 'stopped'])
  turn.close()
  expect(await voted).toBe(true)
})

it('a vote leaves a sound side alone where the other has failed behind the pace', async () => {
  const { clock, sides, vote } = aBattle()
  sides[1].end({ status: 'failed', errorCode: 'answer_truncated' }, clock.now())
  await expect(vote()).rejects.toMatchObject({ code: 'vote_waits' })
  expect(sides[0].ending).toBeUndefined()
})
