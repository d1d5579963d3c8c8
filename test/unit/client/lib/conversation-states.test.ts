import { describe, expect, it } from 'vitest'
import type { VoteState } from '#shared/protocol/vote'
import {
  applyChange,
  applyReveal,
  applyVote,
  voteOn,
} from '../../../../client/src/lib/conversation-states.js'
import { aSnapshot, aTurn } from '../arena/a-conversation.js'

const vote: VoteState = { turn: 1, choice: 'tie', finalAt: 9, final: false }
const sides = { a: { name: 'one', provider: 'demo' as const } }

describe('a vote', () => {
  it('on a battle stands for the whole of it, on a named turn for that turn', () => {
    const battle = aSnapshot({ votable: true })
    const named = aSnapshot({ mode: 'side-by-side', turns: [aTurn(), aTurn({ turn: 2 })] })
    applyVote(battle, vote)
    applyVote(named, vote)
    expect(voteOn(battle, 1)).toEqual(vote)
    expect(voteOn(battle, 2)).toBeUndefined()
    expect([voteOn(named, 1), voteOn(named, 2)]).toEqual([vote, undefined])
  })

  it('leaves a battle open during its grace and closes it with the reveal', () => {
    const battle = aSnapshot({ votable: true })
    applyVote(battle, vote)
    expect(battle.open).toBe(true)
    applyReveal(battle, { conversationId: 'c1', turn: 1, sides, vote: { ...vote, rated: true } })
    expect(battle).toMatchObject({ open: false, votable: false, sides })
    expect(battle.vote).toMatchObject({ final: true, rated: true })
  })

  it('waits for others of the room until the server says that it does no more', () => {
    const battle = aSnapshot({ vote: { ...vote, final: true, rated: true, held: true } })
    const state = { conversationId: 'c1', votable: false, presence: 2 }
    applyChange(battle, state)
    expect(battle.vote?.held).toBe(true)
    applyChange(battle, { ...state, held: false })
    expect(battle.vote?.held).toBeUndefined()
  })

  it('does not close a conversation with named models', () => {
    const named = aSnapshot({ mode: 'side-by-side' })
    applyReveal(named, { conversationId: 'c1', turn: 1, sides, vote })
    expect(named.open).toBe(true)
    expect(voteOn(named, 1)?.final).toBe(true)
  })
})
