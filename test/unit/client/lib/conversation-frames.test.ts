import { describe, expect, it } from 'vitest'
import { applyFrame, type Numbered } from '../../../../client/src/lib/conversation-frames.js'
import { aSnapshot, aTurn } from '../arena/a-conversation.js'

const at = { conversationId: 'c1', seq: 1, turn: 1 }

describe('a frame changes the snapshot', () => {
  it('opens a turn with a waiting answer for each side of the mode', () => {
    const battle = aSnapshot({ votable: true })
    const direct = aSnapshot({ mode: 'direct' })
    const started: Numbered = {
      event: 'turn:started',
      frame: { ...at, turn: 2, text: 'And at dusk?', images: [], createdAt: 9 },
    }
    applyFrame(battle, started)
    applyFrame(direct, started)
    expect(battle.turns[1]).toMatchObject({ turn: 2, text: 'And at dusk?', createdAt: 9 })
    expect(Object.keys(battle.turns[1]!.answers)).toEqual(['a', 'b'])
    expect(Object.keys(direct.turns[1]!.answers)).toEqual(['a'])
    expect(battle.votable).toBe(false)
  })

  it('begins the text of a side anew when it starts again', () => {
    const snapshot = aSnapshot({
      turns: [
        aTurn({
          answers: {
            a: {
              text: 'half',
              status: 'failed',
              attempt: 1,
              error: { code: 'answer_failed', message: '' },
            },
            b: { text: 'whole', status: 'done', attempt: 1 },
          },
        }),
      ],
    })
    applyFrame(snapshot, { event: 'answer:started', frame: { ...at, side: 'a', attempt: 2 } })
    expect(snapshot.turns[0]!.answers.a).toEqual({ text: '', status: 'streaming', attempt: 2 })
    expect(snapshot.turns[0]!.answers.b?.text).toBe('whole')
  })

  it('keeps how often a side was asked again alone', () => {
    const snapshot = aSnapshot()
    applyFrame(snapshot, {
      event: 'answer:started',
      frame: { ...at, side: 'a', attempt: 2, reasked: 1 },
    })
    expect(snapshot.turns[0]!.answers.a).toMatchObject({ attempt: 2, reasked: 1 })
  })

  it('keeps text and reasoning apart', () => {
    const snapshot = aSnapshot()
    applyFrame(snapshot, {
      event: 'answer:delta',
      frame: { ...at, side: 'b', kind: 'reasoning', text: 'Let me see' },
    })
    applyFrame(snapshot, {
      event: 'answer:delta',
      frame: { ...at, side: 'b', kind: 'text', text: 'Rayleigh' },
    })
    expect(snapshot.turns[0]!.answers.b).toMatchObject({
      text: 'Rayleigh',
      reasoning: 'Let me see',
    })
  })

  it('ends an answer with its status and its error, and the turn with whether it can be voted', () => {
    const snapshot = aSnapshot({ queue: 3 })
    applyFrame(snapshot, {
      event: 'answer:failed',
      frame: {
        ...at,
        side: 'a',
        status: 'failed',
        error: { code: 'answer_failed', message: 'It failed.' },
      },
    })
    applyFrame(snapshot, { event: 'turn:done', frame: { ...at, votable: false } })
    expect(snapshot.turns[0]!.answers.a).toMatchObject({
      status: 'failed',
      error: { code: 'answer_failed' },
    })
    expect(snapshot).toMatchObject({ votable: false, queue: undefined })
  })

  it('leaves a turn that it does not know alone', () => {
    const snapshot = aSnapshot()
    applyFrame(snapshot, {
      event: 'answer:delta',
      frame: { ...at, turn: 7, side: 'a', kind: 'text', text: 'lost' },
    })
    expect(snapshot).toEqual(aSnapshot())
  })
})
