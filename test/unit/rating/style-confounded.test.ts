import { SeededRandom } from '#server/domain/rating/algebra/seeded-random'
import { oneVote } from '#server/domain/rating/observation'
import type { AnswerStyle } from '#server/domain/rating/style/answer-style'
import { styleStandingsOf } from '#server/domain/rating/style/style-board'
import { StyledBattles } from '#server/domain/rating/style/styled-battles'
import { describe, expect, it } from 'vitest'
import { chanceOf, drawPair, voteAt } from '../../support/simulated-battles.js'

const MODELS = 4
const BATTLES = 800

/** Battles whose sides were drawn, so not quite evenly; `form` is what an answer of the model looks like. */
function boardOf(form: (model: number, chance: () => number) => Partial<AnswerStyle>, turn = true) {
  const random = new SeededRandom(3)
  const forms = new SeededRandom(4)
  const below = (limit: number): number => Math.floor(limit * forms.next())
  const battles = new StyledBattles()
  for (let i = 0; i < BATTLES; i += 1) {
    const drawn = drawPair(MODELS, random)
    const [a, b] = turn ? drawn : drawn.toSorted((x, y) => x - y)
    const styles = [a!, b!].map((model) => {
      const length = 100 + below(900)
      const plain = { length, headings: 0, lists: 0, bold: 0 }
      return { ...plain, ...form(model, () => below(5)) }
    })
    const longer = Math.sign(styles[0]!.length - styles[1]!.length)
    const chance = chanceOf(0.4 * (b! - a!) + 0.3 * longer)
    const vote = oneVote(voteAt(chance, 0.2, random))
    battles.add(`m${a}`, `m${b}`, vote, styles[0]!, styles[1]!)
  }
  return styleStandingsOf(battles)
}
const found = (board: ReturnType<typeof boardOf>) =>
  board.coefficients.map(({ feature }) => feature)

function expectSameScores(board: ReturnType<typeof boardOf>, other: ReturnType<typeof boardOf>) {
  for (const row of board.rows) {
    const same = other.rows.find(({ model }) => model === row.model)!
    expect(row.rating).toBeCloseTo(same.rating, 6)
    expect(row.standardError).toBeCloseTo(same.standardError, 6)
  }
}

describe('a style that only one model has', () => {
  it('is no finding where all its answers have as much of it, and stays out of the scores', () => {
    const board = boardOf((model) => ({ lists: model === 0 ? 3 : 0 }))
    expect(board.confounded).toEqual(['lists'])
    expect(found(board)).toEqual(['length'])
    expectSameScores(
      board,
      boardOf(() => ({})),
    )
  })

  it('is one where its answers differ in it', () => {
    const board = boardOf((model, chance) => ({ lists: model === 0 ? chance() : 0 }))
    expect(board.confounded).toEqual([])
    expect(found(board)).toEqual(['length', 'lists'])
  })
})

describe('two styles that always go together', () => {
  it('are no finding about either, but out of the scores', () => {
    const both = boardOf((_, chance) => {
      const marks = chance()
      return { headings: marks, bold: marks }
    })
    expect(both.confounded).toEqual(['headings', 'bold'])
    expect(found(both)).toEqual(['length'])
    expectSameScores(
      both,
      boardOf((_, chance) => ({ headings: chance() })),
    )
  })
})

it('models that always sit on one side leave style a finding', () => {
  const board = boardOf((_, chance) => ({ lists: chance() }), false)
  expect(board.confounded).toEqual([])
  expect(found(board)).toEqual(['length', 'lists'])
  const [length] = board.coefficients
  expect(length!.lower).toBeGreaterThan(0)
})
