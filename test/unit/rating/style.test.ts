import { oneVote } from '#server/domain/rating/observation'
import { styleOf, type AnswerStyle } from '#server/domain/rating/style/answer-style'
import { styleStandingsOf } from '#server/domain/rating/style/style-board'
import { StyledBattles } from '#server/domain/rating/style/styled-battles'
import { describe, expect, it } from 'vitest'
import { CHOICE_OF, column, rowOf } from '../../support/ratings-counts.js'
import {
  fixture,
  fixtureText,
  hasReference,
  pandaLmRows,
  reference,
} from '../../support/ratings-reference.js'

interface StyleReference {
  models: string[]
  fastchat: { rating: number[]; coef: number[] }
  exact_ridge0: { rating: number[]; coef: number[]; rating_se: number[]; coef_se: number[] }
  exact_fastchat_objective: { rating: number[]; coef: number[] }
  'arena_rank_reg1e-9_unweighted_tight': { rating: number[]; coef: number[]; variances: number[] }
  arena_rank_reg1_unweighted: { rating: number[]; coef: number[] }
  arena_rank_default_reg1_reweighted: { rating: number[]; coef: number[] }
}
const figures = (length: number, headings = 0, lists = 0, bold = 0): AnswerStyle => ({
  length,
  headings,
  lists,
  bold,
})

function expectExact(
  battles: StyledBattles,
  {
    models,
    exact_ridge0,
    fastchat,
    exact_fastchat_objective: pulled,
    'arena_rank_reg1e-9_unweighted_tight': free,
    arena_rank_reg1_unweighted: unweighted,
    arena_rank_default_reg1_reweighted: reweighted,
  }: StyleReference,
) {
  const board = styleStandingsOf(battles)
  const near = (actual: number[], expected: number[], tolerance: number) => {
    expect(actual).toHaveLength(expected.length)
    for (const [i, value] of expected.entries()) {
      expect(Math.abs(actual[i]! - value), `figure ${i}`).toBeLessThan(tolerance)
    }
  }
  near(column(board, models, 'rating'), exact_ridge0.rating, 1e-6)
  near(column(board, models, 'standardError'), exact_ridge0.rating_se, 1e-6)
  near(
    board.coefficients.map(({ value }) => value),
    exact_ridge0.coef,
    1e-8,
  )
  near(
    board.coefficients.map(({ standardError }) => standardError),
    exact_ridge0.coef_se,
    1e-8,
  )
  // The predecessor pulls all parameters a little towards zero: most where battles are few.
  near(column(board, models, 'rating'), fastchat.rating, 0.3)
  near(column(board, models, 'rating'), pulled.rating, 0.3)
  const values = board.coefficients.map(({ value }) => value)
  near(values, pulled.coef, 2e-3)
  // Without its pull arena-rank is the same; its errors have a ridge in them, which makes them a little smaller.
  near(column(board, models, 'rating'), free.rating, 1e-6)
  near(values, free.coef, 1e-7)
  for (const [i, error] of column(board, models, 'standardError').entries()) {
    const share = Math.sqrt(free.variances[i]!) / error
    expect(share).toBeLessThan(1)
    expect(share).toBeGreaterThan(0.997)
  }
  // As it comes, it takes the mean of the loss and the whole of the pull: it hardly controls style.
  for (const weak of [unweighted, reweighted]) {
    expect(values[0]! / weak.coef[0]!).toBeGreaterThan(4)
    near(column(board, models, 'rating'), weak.rating, 21)
  }
  return board
}

function reference5000() {
  const [, ...lines] = fixtureText('synthetic_style_5000.csv').trim().split(/\r?\n/)
  return lines.map((line): Parameters<StyledBattles['add']> => {
    const [modelA, modelB, winner, ...counts] = line.split(',')
    const [a, b] = [counts.slice(0, 4).map(Number), counts.slice(4).map(Number)]
    const vote = oneVote(CHOICE_OF[winner!]!)
    return [modelA!, modelB!, vote, figures(...(a as [number])), figures(...(b as [number]))]
  })
}

describe('style control', () => {
  const synthetic = reference5000()
  const exact = fixture<StyleReference>('reference_style_synthetic_5000.json')

  it('has the figures of an exact fit on 5,000 synthetic battles', () => {
    const battles = new StyledBattles()
    for (const battle of synthetic) battles.add(...battle)
    const board = expectExact(battles, exact)
    expect(board.dropped).toEqual([])
    const [length] = board.coefficients
    expect(length).toMatchObject({ feature: 'length' })
    expect(length!.lower).toBeGreaterThan(0.1)
  })

  it('has them where so many battles are first looked at by a sample, one model being rare', () => {
    const TIMES = 20
    const battles = new StyledBattles()
    for (let i = 0; i < TIMES; i += 1) for (const battle of synthetic) battles.add(...battle)
    const board = styleStandingsOf(battles)
    const { models, exact_ridge0 } = exact
    for (const [i, model] of models.entries()) {
      const { rating, standardError } = rowOf(board, model)
      expect(Math.abs(rating - exact_ridge0.rating[i]!)).toBeLessThan(1e-6)
      const error = exact_ridge0.rating_se[i]! / Math.sqrt(TIMES)
      expect(Math.abs(standardError - error)).toBeLessThan(1e-6)
    }
    // Two votes against each other, of which the sample has none.
    for (const choice of ['a', 'b'] as const) {
      battles.add('rare', models[0]!, oneVote(choice), figures(9), figures(9))
    }
    const rare = rowOf(styleStandingsOf(battles), 'rare')
    expect(rare.rank).not.toBeNull()
    expect(Math.abs(rare.rating - rowOf(board, models[0]!).rating)).toBeLessThan(20)
  })

  it.skipIf(!hasReference)('has those of PandaLM, and drops the features that never differ', () => {
    const battles = new StyledBattles()
    for (const { modelA, modelB, choice, wordsA, wordsB } of pandaLmRows()) {
      battles.add(modelA, modelB, oneVote(choice), figures(wordsA), figures(wordsB))
    }
    const board = expectExact(battles, reference('reference_style_pandalm_words.json'))
    expect(board.dropped).toEqual(['headings', 'lists', 'bold'])
  })

  it('is an empty board without votes, and a provisional one after the first', () => {
    const battles = new StyledBattles()
    expect(styleStandingsOf(battles)).toMatchObject({ votes: 0, rows: [], coefficients: [] })
    battles.add('x', 'y', oneVote('a'), figures(10), figures(20))
    expect(styleStandingsOf(battles).rows.map(({ rank }) => rank)).toEqual([null, null])
  })

  it('is the plain board where no battle differs in style', () => {
    const battles = new StyledBattles()
    for (const choice of ['a', 'a', 'b', 'tie'] as const) {
      battles.add('x', 'y', oneVote(choice), figures(5), figures(5))
    }
    const board = styleStandingsOf(battles)
    expect(board.coefficients).toEqual([])
    expect(board.dropped).toHaveLength(4)
    expect(board.rows[0]!.rating - board.rows[1]!.rating).toBeCloseTo(
      400 * Math.log10(2.5 / 1.5),
      9,
    )
  })
})

describe('the figures of an answer', () => {
  it.each<[string, AnswerStyle]>([
    ['', figures(0)],
    ['# Title\n\ntext **bold** and __too__\n', figures(35, 1, 0, 2)],
    ['- one\n  * two\n3. three', figures(22, 0, 3, 0)],
    ['```\n# code\n- no\n**no**\n```\n- yes', figures(32, 0, 1, 0)],
    ['#no heading, *no bold*, 1.5', figures(27)],
    ['你好，😀', figures(4)],
  ])('%j', (text, expected) => {
    expect(styleOf(text)).toEqual(expected)
  })
})
