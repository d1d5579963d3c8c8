import { existsSync, readFileSync } from 'node:fs'
import { CHOICE_OF, type Battle } from './ratings-counts.js'

const FIXTURES = new URL('../fixtures/ratings/', import.meta.url)
// Public vote files of others: not redistributed here, so tests that read them skip in a plain clone.
const REFERENCE = new URL('../../../shared/data/ratings/', import.meta.url)

export const hasReference = existsSync(REFERENCE)

export const fixtureUrl = (name: string): URL => new URL(name, FIXTURES)
export const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(fixtureUrl(name), 'utf8')) as T
export const fixtureText = (name: string): string => readFileSync(fixtureUrl(name), 'utf8')
export const reference = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(name, REFERENCE), 'utf8')) as T

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
