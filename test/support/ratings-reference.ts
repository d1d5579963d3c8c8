import { existsSync, readFileSync } from 'node:fs'
import { CHOICE_OF, type Battle } from './ratings-counts.js'

const FIXTURES = new URL('../fixtures/ratings/', import.meta.url)
// Public vote files of others: not redistributed here, so tests that read them skip in a plain clone.
const REFERENCE = new URL('../../../shared/data/ratings/', import.meta.url)

export const hasReference = existsSync(REFERENCE)
if (!hasReference) {
  console.info(
    `SKIPPED: tests against public votes. They are read from ${REFERENCE.pathname}, which is not there; ` +
      'what of them may be handed on is in test/fixtures/ratings, and tested.',
  )
}

export const fixtureUrl = (name: string): URL => new URL(name, FIXTURES)
export const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(fixtureUrl(name), 'utf8')) as T
export const fixtureText = (name: string): string => readFileSync(fixtureUrl(name), 'utf8')
export const reference = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(name, REFERENCE), 'utf8')) as T

/** Of how many votes each pair has which outcome. */
interface CountedPairs extends ExactBoard {
  pairs: [a: string, b: string, a: number, b: number, tie: number, bothBad: number][]
}

/** The votes of MT-bench by pair, and the figures of their fit: in every clone. */
export function mtBenchCounts(): ExactBoard & { battles: Battle[] } {
  const { pairs, ...board } = fixture<CountedPairs>('mtbench-counts.json')
  const battles = pairs.flatMap(([a, b, ...counts]) =>
    (['a', 'b', 'tie', 'both_bad'] as const).map((choice, i): Battle => [a, b, choice, counts[i]!]),
  )
  return { ...board, battles: battles.filter(([, , , times]) => times! > 0) }
}

/** Figures of an independent fit in double precision, by position in `models`. */
export interface ExactBoard {
  models: string[]
  exact: {
    rating: number[]
    sandwich_se: number[]
    lower: number[]
    upper: number[]
    rank_ub: number[]
    rank_worst: number[]
    loglik: number
  }
}

export interface MtBenchVote {
  judge: string
  model_a: string
  model_b: string
  question_id: number
  turn: number
  winner: string
}

export const mtBenchUrl = new URL('mtbench_human_votes.jsonl', REFERENCE)
export const mtBenchVotes = (): MtBenchVote[] =>
  readFileSync(mtBenchUrl, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as MtBenchVote)

export function pandaLmRows() {
  const [, ...lines] = readFileSync(new URL('pandalm_testset_v1_votes.csv', REFERENCE), 'utf8')
    .trim()
    .split(/\r?\n/)
  return lines.map((line) => {
    const [, modelA, modelB, winner, , , , , wordsA, wordsB] = line.split(',')
    return {
      modelA: modelA!,
      modelB: modelB!,
      choice: CHOICE_OF[winner!]!,
      wordsA: Number(wordsA),
      wordsB: Number(wordsB),
    }
  })
}

export const pandaLmBattles = (): Battle[] =>
  pandaLmRows().map(({ modelA, modelB, choice }) => [modelA, modelB, choice])

export function toBattle(vote: { model_a: string; model_b: string; winner: string }): Battle {
  const choice = CHOICE_OF[vote.winner]
  if (!choice) throw new Error(`unknown winner ${vote.winner}`)
  return [vote.model_a, vote.model_b, choice]
}
