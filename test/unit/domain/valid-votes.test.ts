import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerErrorCode } from '#shared/error-codes'
import {
  ANSWER_STATUSES,
  MODES,
  isTerminal,
  type AnswerStatus,
  type Mode,
} from '#shared/vocabulary'
import { checkWhole } from '#server/domain/conversation/prompt-rules'
import { isBroken, isCutShort, isVotable } from '#server/domain/voting/vote-rules'
import { unratedReason } from '#server/domain/voting/rating-rules'
import { holds } from '../../support/holds.js'

interface Answer {
  status: AnswerStatus
  text: string
  /** It had failed, unseen behind the pace, when it was stopped. */
  errorCode: AnswerErrorCode | null
  /** Times that it was stopped and asked anew alone. */
  reasked: number
}

interface Life {
  mode: Mode
  /** Its owner means to go on from each but the last, which is voted on. */
  turns: Answer[][]
  identityLeaked: boolean
  sameModel: boolean
  mixed: boolean
  /** The vote stopped the answers. */
  stops: boolean
  /** The setting lets votes count that stopped the answers. */
  earlyRated: boolean
  late: boolean
  waitedMs: number
}

const answer: fc.Arbitrary<Answer> = fc
  .record({
    status: fc.oneof(
      { arbitrary: fc.constant<AnswerStatus>('done'), weight: 4 },
      { arbitrary: fc.constantFrom(...ANSWER_STATUSES), weight: 1 },
    ),
    text: fc.constantFrom('', ' ', '\n', 'words', 'more words', 'half an ans'),
    failed: fc.boolean(),
    reasked: fc.constantFrom(0, 0, 0, 0, 1, 2),
  })
  .map(({ failed, ...rest }) => ({
    ...rest,
    errorCode: failed && rest.status === 'stopped' ? 'answer_truncated' : null,
  }))

// An answer ends as done with something to read only; what has nothing is failed as empty.
const ended = answer.map((each) => (each.status === 'done' ? { ...each, text: 'words' } : each))

const life: fc.Arbitrary<Life> = fc
  .constantFrom(1, 2)
  .chain((sides) =>
    fc.record({
      mode: fc.oneof(fc.constant<Mode>('battle'), fc.constantFrom(...MODES)),
      before: fc.array(fc.array(ended, { minLength: sides, maxLength: sides }), { maxLength: 3 }),
      last: fc.array(answer, { minLength: sides, maxLength: sides }),
      identityLeaked: rarely(),
      sameModel: rarely(),
      mixed: rarely(),
      stops: rarely(),
      earlyRated: rarely(),
      late: rarely(),
      waitedMs: fc.integer({ min: 0, max: 10_000 }),
    }),
  )
  .map(({ before, last, ...rest }) => ({ ...rest, turns: [...before, last] }))

function rarely(): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 7 }).map((n) => n === 0)
}

/** Written from the promise, not from the rules: a rated vote is on a battle of whole, blind, unhurried answers. */
const oracle = (each: Life): boolean =>
  each.mode === 'battle' &&
  each.turns.every(
    (answers, at) =>
      answers.length === 2 &&
      answers.every(({ status, text, errorCode, reasked }) => {
        if (reasked > 1 && !each.earlyRated) return false
        if (status === 'done') return /\S/u.test(text)
        const stopped = each.earlyRated && status === 'stopped' && errorCode === null
        // Of an earlier prompt nothing may have been read.
        return stopped && (at + 1 < each.turns.length || /\S/u.test(text))
      }),
  ) &&
  !each.identityLeaked &&
  !each.sameModel &&
  !each.mixed &&
  (!each.stops || each.earlyRated) &&
  !each.late &&
  each.waitedMs >= 2000

/** Whether the rules let this life come to its last turn. */
function goesOn({ mode, turns }: Life): boolean {
  try {
    const before = turns.slice(0, -1)
    for (const answers of before) checkWhole(mode, answers)
    return before.flat().every(({ status }) => isTerminal(status))
  } catch {
    return false
  }
}

const rated = (each: Life): boolean =>
  goesOn(each) &&
  isVotable(each.mode, each.turns.at(-1) ?? []) &&
  unratedReason({
    mode: each.mode,
    castAt: 10_000 + each.waitedMs,
    answeredAt: 10_000,
    minMs: 2000,
    shown: 0,
    versions: ['x', each.sameModel ? 'x' : 'y'],
    demo: [each.mixed, false],
    identityLeaked: each.identityLeaked,
    early: each.stops || isCutShort(each.mode, each.turns.flat()),
    late: each.late,
    earlyRated: each.earlyRated,
    broken: isBroken(each.turns.flat()),
  }) === null

describe('votes that count', () => {
  it('are those that the promise allows, in every life of a battle', () => {
    const verdicts = new Set<boolean>()
    holds(
      'votes-that-count',
      fc.property(life, (each) => {
        verdicts.add(oracle(each))
        return rated(each) === oracle(each)
      }),
      { runs: 20_000 },
    )
    // Lives of both kinds were lived.
    expect(verdicts.size).toBe(2)
  })

  it('are never on a battle whose failed side was left behind', () => {
    holds(
      'no-way-past-a-failed-side',
      fc.property(life, (each) => {
        const failed = each.turns.flat().some(({ status }) => status === 'failed')
        return !(failed && each.mode === 'battle' && goesOn(each) && votable(each))
      }),
      { runs: 20_000 },
    )
  })
})

const votable = ({ mode, turns }: Life): boolean => isVotable(mode, turns.at(-1) ?? [])
