import { describe, expect, it } from 'vitest'
import type { AnswerStatus, Choice, Mode, ShareKind } from '#shared/vocabulary'
import { publicAnswerError } from '#server/domain/conversation/answer-error'
import { mayKnowNames } from '#server/domain/conversation/blinding'
import { chatHistory } from '#server/domain/conversation/chat-history'
import { mayDo, roleOf, type Action, type Role } from '#server/domain/conversation/access-rules'
import {
  checkPrompt,
  checkTurn,
  checkWhole,
  titleOf,
} from '#server/domain/conversation/prompt-rules'
import { sidesToRetry } from '#server/domain/conversation/retry-rules'
import { checkStart } from '#server/domain/conversation/start-rules'
import {
  isCutShort,
  isVotable,
  isVotableEarly,
  judgeCast,
  voteScope,
} from '#server/domain/voting/vote-rules'
import { unratedReason } from '#server/domain/voting/rating-rules'

const code = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'none'
}

describe('who may know a name', () => {
  it.each<[Role, Mode, boolean, boolean]>([
    ['owner', 'battle', false, false],
    ['owner', 'battle', true, true],
    ['owner', 'side-by-side', false, true],
    ['owner', 'direct', false, true],
    ['juror', 'battle', false, false],
    ['juror', 'battle', true, true],
    ['reader', 'battle', false, false],
    ['reader', 'battle', true, false],
    ['reader', 'side-by-side', false, true],
    ['reader', 'direct', false, true],
    ['stranger', 'battle', true, false],
    ['stranger', 'side-by-side', false, false],
    ['stranger', 'direct', false, false],
  ])('a %s in %s, voted finally %s: %s', (role, mode, votedFinally, known) => {
    expect(mayKnowNames({ role, mode, votedFinally })).toBe(known)
  })

  it('tells every failure alike where names are hidden', () => {
    expect(publicAnswerError('model_busy', false)).toEqual(publicAnswerError('answer_empty', false))
    expect(publicAnswerError('model_busy', true).code).toBe('model_busy')
    expect(publicAnswerError('answer_interrupted', false).code).toBe('answer_interrupted')
  })
})

describe('prompts', () => {
  it.each<[Mode, number]>([
    ['battle', 30_000],
    ['side-by-side', 12_000],
    ['direct', 12_000],
  ])('in %s may have %i characters, Chinese and rare ones too', (mode, limit) => {
    expect(code(() => checkPrompt(mode, '𠮷'.repeat(limit)))).toBe('none')
    expect(code(() => checkPrompt(mode, '字'.repeat(limit + 1)))).toBe('text_too_long')
  })

  it('that are too long are told the limit and their length', () => {
    expect(() => checkPrompt('direct', 'x'.repeat(12_345))).toThrow(/12345.*12000/)
  })

  it('that are empty are refused', () => {
    expect(code(() => checkPrompt('battle', ' \n '))).toBe('invalid_payload')
  })

  it('stop after fifty turns', () => {
    expect(code(() => checkTurn(50))).toBe('none')
    expect(code(() => checkTurn(51))).toBe('turn_limit')
  })

  it.each<[Mode, AnswerStatus, string]>([
    ['battle', 'done', 'none'],
    ['battle', 'stopped', 'none'],
    ['battle', 'failed', 'side_failed'],
    ['battle', 'interrupted', 'side_failed'],
    ['side-by-side', 'failed', 'none'],
    ['direct', 'failed', 'none'],
  ])('in %s after a side that is %s: %s', (mode, status, expected) => {
    expect(code(() => checkWhole(mode, [{ status: 'done' }, { status }]))).toBe(expected)
  })

  it('give a title of one short line', () => {
    expect(titleOf('  Why\n is the sky  blue? ')).toBe('Why is the sky blue?')
    expect([...titleOf('😀'.repeat(100))]).toHaveLength(60)
  })
})

describe('a start', () => {
  it.each([
    [{ mode: 'battle' as const }, 'none'],
    [{ mode: 'battle' as const, models: [] }, 'invalid_payload'],
    [{ mode: 'battle' as const, parameters: {} }, 'invalid_payload'],
    [{ mode: 'battle' as const, systemPrompt: '' }, 'invalid_payload'],
    [{ mode: 'direct' as const, models: ['x'] }, 'none'],
    [{ mode: 'direct' as const }, 'invalid_payload'],
    [{ mode: 'side-by-side' as const, models: ['x', 'x'] }, 'none'],
    [{ mode: 'side-by-side' as const, models: ['x'] }, 'invalid_payload'],
  ])('%o: %s', (start, expected) => {
    expect(code(() => checkStart(start))).toBe(expected)
  })
})

describe('a vote', () => {
  const answer = (status: AnswerStatus, text = 'words') => ({ status, text })

  it.each<[AnswerStatus, string, boolean]>([
    ['done', 'words', true],
    ['stopped', 'words', true],
    ['stopped', ' ', false],
    ['failed', 'words', false],
    ['interrupted', 'words', false],
    ['streaming', 'words', false],
    ['queued', '', false],
  ])('beside a side that is %s with "%s": %s', (status, text, votable) => {
    expect(isVotable('battle', [answer('done'), answer(status, text)])).toBe(votable)
  })

  it('is not for a direct chat', () => {
    expect(isVotable('direct', [answer('done')])).toBe(false)
  })

  it.each([
    [['streaming', 'streaming'], ['some', 'words'], true],
    [['done', 'streaming'], ['', 'words'], true],
    [['stopped', 'streaming'], ['some', 'words'], true],
    [['streaming', 'streaming'], ['some', ' '], false],
    [['queued', 'streaming'], ['', 'words'], false],
    [['failed', 'streaming'], ['some', 'words'], false],
    [['streaming'], ['alone'], false],
  ] as const)('before the end, with %o and %o shown: %s', (statuses, texts, expected) => {
    const shown = statuses.map((status, at) => ({ status, text: texts[at] ?? '' }))
    expect(isVotableEarly('battle', shown)).toBe(expected)
    expect(isVotableEarly('direct', shown)).toBe(false)
  })

  it.each([
    [['done', 'stopped'], true],
    [['stopped', 'stopped'], true],
    [['failed', 'done', 'done', 'done'], true],
    [['done', 'done'], false],
  ] as const)('on answers that are %o is early: %s', (statuses, early) => {
    const answers = statuses.map((status) => ({ ...answer(status), reasked: 1 }))
    expect(isCutShort('battle', answers)).toBe(early)
    expect(isCutShort('side-by-side', answers)).toBe(false)
  })

  it('on answers of which one was asked anew alone twice is early', () => {
    const twice = [1, 2].map((reasked) => ({ ...answer('done'), reasked }))
    expect(isCutShort('battle', twice)).toBe(true)
    expect(isCutShort('side-by-side', twice)).toBe(false)
  })

  it('is one a battle and one a turn elsewhere', () => {
    expect(voteScope('battle', 'c', 1)).toBe(voteScope('battle', 'c', 2))
    expect(voteScope('side-by-side', 'c', 1)).not.toBe(voteScope('side-by-side', 'c', 2))
  })

  const standing = (choice: Choice, final: boolean) => ({ turn: 1, choice, final })
  it.each([
    [undefined, 'store'],
    [standing('a', false), 'repeat'],
    [standing('a', true), 'repeat'],
    [standing('b', false), 'store'],
  ])('beside %o is to %s', (before, expected) => {
    expect(judgeCast(before, { turn: 1, choice: 'a' })).toBe(expected)
  })

  it('cannot change once it is final', () => {
    expect(code(() => judgeCast(standing('b', true), { turn: 1, choice: 'a' }))).toBe(
      'already_voted',
    )
  })

  const facts = {
    mode: 'battle' as Mode,
    castAt: 12_000,
    answeredAt: 10_000,
    minMs: 2_000,
    shown: 0,
    early: false,
    earlyRated: false,
    broken: false,
    versions: ['x', 'y'] as const,
    demo: [false, false] as const,
    identityLeaked: false,
    late: false,
  }
  it.each([
    [{}, null],
    [{ mode: 'side-by-side' as Mode }, 'named_mode'],
    [{ castAt: 11_999 }, 'too_fast'],
    [{ castAt: 11_999, minMs: 0, shown: 200_000 }, null],
    [{ shown: 80_000 }, null],
    [{ shown: 80_040 }, 'too_fast'],
    [{ castAt: 12_001, shown: 80_040 }, null],
    [{ early: true }, 'early_vote'],
    [{ early: true, earlyRated: true }, null],
    [{ early: true, earlyRated: true, broken: true }, 'early_vote'],
    [{ versions: ['x', 'x'] as const }, 'same_model'],
    [{ demo: [true, false] as const }, 'mixed_pools'],
    [{ identityLeaked: true }, 'identity_leaked'],
    [{ late: true }, 'late_vote'],
  ])('with %o is not rated because: %s', (change, reason) => {
    expect(unratedReason({ ...facts, ...change })).toBe(reason)
  })
})

describe('a retry', () => {
  const done = { side: 'a', status: 'done', reasked: 0 } as const
  const failed = { side: 'b', status: 'failed', reasked: 0 } as const
  it('asks again what has no proper end, and everything where all is done', () => {
    expect(sidesToRetry([done, failed], undefined)).toEqual(['b'])
    expect(sidesToRetry([done, { ...done, side: 'b' }], undefined)).toEqual(['a', 'b'])
    expect(sidesToRetry([done], 'a')).toEqual(['a'])
  })
  it('does not ask one finished side of two until it pleases', () => {
    expect(code(() => sidesToRetry([done, failed], 'a'))).toBe('not_retryable')
  })
  it('does not ask a side alone a third time that is stopped again and again, but both', () => {
    const stopped = { side: 'b', status: 'stopped' } as const
    expect(sidesToRetry([done, { ...stopped, reasked: 1 }], 'b')).toEqual(['b'])
    expect(code(() => sidesToRetry([done, { ...stopped, reasked: 2 }], 'b'))).toBe('not_retryable')
    expect(sidesToRetry([done, { ...stopped, reasked: 2 }], undefined)).toEqual(['a', 'b'])
    // What failed was nobody's choice.
    expect(sidesToRetry([done, { ...failed, reasked: 2 }], 'b')).toEqual(['b'])
  })
})

describe('a conversation', () => {
  it.each<[string, ShareKind[], Role]>([
    ['me', [], 'owner'],
    ['me', ['read'], 'owner'],
    ['you', ['challenge'], 'juror'],
    ['you', ['read', 'challenge'], 'juror'],
    ['you', ['read'], 'reader'],
    ['you', [], 'stranger'],
  ])('of mine has %s, who came by %o, as %s', (voterId, cameBy, role) => {
    expect(roleOf({ ownerId: 'me' }, voterId, cameBy)).toBe(role)
  })

  const ACTIONS: Action[] = [
    ...(['read', 'vote', 'prompt', 'stop', 'react', 'change', 'delete', 'share'] as const),
  ]
  it.each<[Role, Action[]]>([
    ['owner', ACTIONS],
    ['juror', ['read', 'vote']],
    ['reader', ['read']],
    ['stranger', []],
  ])('lets a %s do %o and nothing else', (role, allowed) => {
    expect(ACTIONS.filter((action) => mayDo(role, action))).toEqual(allowed)
  })

  it('is told to a model with alternating roles, also after an answer that failed', () => {
    const messages = chatHistory([
      { prompt: 'one', answer: 'first' },
      { prompt: 'two', answer: '' },
      { prompt: 'three', answer: ' \n' },
      { prompt: 'four' },
    ])
    expect(messages).toEqual([
      { role: 'user', text: 'one' },
      { role: 'assistant', text: 'first' },
      { role: 'user', text: 'two\n\nthree\n\nfour' },
    ])
  })
})
