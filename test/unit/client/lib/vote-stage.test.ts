import { describe, expect, it } from 'vitest'
import type { AnswerView } from '#shared/protocol/conversation'
import type { VoteState } from '#shared/protocol/vote'
import type { AnswerStatus } from '#shared/vocabulary'
import { voteStage } from '../../../../client/src/lib/vote-stage.js'

const answer = (status: AnswerStatus, text = 'words'): AnswerView => ({ status, text, attempt: 1 })
const held: VoteState = { turn: 1, choice: 'a', finalAt: 9, final: false }

const stage = (
  answers: AnswerView[],
  scene: Partial<Parameters<typeof voteStage>[0]> = {},
): string =>
  voteStage({
    mode: 'battle',
    role: 'owner',
    votable: false,
    vote: undefined,
    changing: false,
    hurrying: false,
    ...scene,
    answers,
  })

const done = [answer('done'), answer('done')]

describe('the stage of a vote', () => {
  it('waits for both answers, then asks', () => {
    expect(stage([answer('streaming', ''), answer('done')])).toBe('waiting')
    expect(stage([answer('failed'), answer('streaming')])).toBe('waiting')
    expect(stage(done, { votable: true })).toBe('asked')
  })

  it('is for a juror to be had at the end only, and for a reader never', () => {
    const running = [answer('streaming'), answer('done')]
    expect(stage(running, { role: 'juror', hurrying: true })).toBe('waiting')
    expect(stage(done, { role: 'juror', votable: true })).toBe('asked')
    expect(stage(done, { role: 'reader' })).toBe('absent')
  })

  it('can be had before the end once both have said something', () => {
    const running = [answer('streaming'), answer('done')]
    expect(stage(running)).toBe('early')
    expect(stage(running, { hurrying: true })).toBe('asked')
    expect(stage([answer('streaming', ' '), answer('done')], { hurrying: true })).toBe('waiting')
    expect(stage([answer('queued'), answer('done')], { hurrying: true })).toBe('waiting')
  })

  it('asks again while a held vote is being changed, and never after it is final', () => {
    expect(stage(done, { vote: held })).toBe('held')
    expect(stage(done, { vote: held, changing: true })).toBe('asked')
    expect(stage(done, { vote: { ...held, final: true }, changing: true, votable: true })).toBe(
      'final',
    )
  })

  it('says why there is nothing to vote on', () => {
    expect(stage([answer('done'), answer('failed')])).toBe('failed')
    expect(stage([answer('interrupted'), answer('done')])).toBe('failed')
    expect(stage([answer('done'), answer('stopped', ' \n')])).toBe('stopped')
  })

  it('is absent where nobody votes', () => {
    expect(stage([answer('done')], { mode: 'direct' })).toBe('absent')
    expect(stage([], {})).toBe('absent')
  })
})
