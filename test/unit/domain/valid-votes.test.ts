import fc from 'fast-check'
import { describe, it } from 'vitest'
import { ANSWER_STATUSES, MODES, type AnswerStatus, type Mode } from '#shared/vocabulary'
import { isVotable } from '#server/domain/voting/vote-rules'
import { unratedReason } from '#server/domain/voting/rating-rules'

interface Life {
  mode: Mode
  answers: { status: AnswerStatus; text: string }[]
  identityLeaked: boolean
  sameModel: boolean
  mixed: boolean
  early: boolean
  late: boolean
  waitedMs: number
}

const life: fc.Arbitrary<Life> = fc.record({
  mode: fc.constantFrom(...MODES),
  answers: fc.array(
    fc.record({
      status: fc.constantFrom(...ANSWER_STATUSES),
      text: fc.constantFrom('', ' ', '\n', 'words', 'half an ans'),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  identityLeaked: fc.boolean(),
  sameModel: fc.boolean(),
  mixed: fc.boolean(),
  early: fc.boolean(),
  late: fc.boolean(),
  waitedMs: fc.integer({ min: 0, max: 5000 }),
})

/** Written from the promise, not from the rules: a rated vote is on two whole, blind, unhurried answers. */
const oracle = ({
  mode,
  answers,
  identityLeaked,
  sameModel,
  mixed,
  early,
  late,
  waitedMs,
}: Life): boolean =>
  mode === 'battle' &&
  answers.length === 2 &&
  answers.every(({ status, text }) => ['done', 'stopped'].includes(status) && /\S/u.test(text)) &&
  !identityLeaked &&
  !sameModel &&
  !mixed &&
  !early &&
  !late &&
  waitedMs >= 2000

const rated = ({
  mode,
  answers,
  identityLeaked,
  sameModel,
  mixed,
  early,
  late,
  waitedMs,
}: Life): boolean =>
  isVotable(mode, answers) &&
  unratedReason({
    mode,
    castAt: 10_000 + waitedMs,
    answeredAt: 10_000,
    minMs: 2000,
    versions: ['x', sameModel ? 'x' : 'y'],
    demo: [mixed, false],
    identityLeaked,
    early,
    late,
    earlyRated: false,
  }) === null

describe('votes that count', () => {
  it('are those that the promise allows, in every life of a battle', () => {
    fc.assert(
      fc.property(life, (each) => rated(each) === oracle(each)),
      { numRuns: 20_000, seed: 5 },
    )
  })
})
