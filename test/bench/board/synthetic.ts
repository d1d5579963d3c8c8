import { SeededRandom } from '#server/domain/rating/algebra/seeded-random'
import { oneVote } from '#server/domain/rating/observation'
import { StyledBattles } from '#server/domain/rating/style/styled-battles'
import { chanceOf, drawPair, strengths, voteAt } from '../../support/simulated-battles.js'

const TIES = 0.3
const name = (i: number): string => `model-${String(i).padStart(3, '0')}`

/** Seeded votes between so many models, one by one. */
export function* votesOf(votes: number, models: number) {
  const random = new SeededRandom(7)
  const theta = strengths(models, random)
  for (let i = 0; i < votes; i += 1) {
    const [a, b] = drawPair(models, random)
    const choice = voteAt(chanceOf(theta[a]! - theta[b]!), TIES, random)
    yield { a, b, modelA: name(a), modelB: name(b), choice }
  }
}

/** The same with answers that differ in style. */
export function styledOf(votes: number, models: number): StyledBattles {
  const random = new SeededRandom(8)
  const below = (limit: number): number => Math.floor(limit * random.next())
  const style = () => ({
    length: 200 + below(2000),
    headings: below(5),
    lists: below(9),
    bold: below(9),
  })
  const battles = new StyledBattles()
  for (const { modelA, modelB, choice } of votesOf(votes, models)) {
    battles.add(modelA, modelB, oneVote(choice), style(), style())
  }
  return battles
}

const WINNER = { a: 'model_a', b: 'model_b', tie: 'tie', both_bad: 'tie (bothbad)' } as const

/** The lines of a battle file, in pieces as a stream would bring them. */
export function piecesOf(votes: number, models: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const { modelA, modelB, choice } of votesOf(votes, models)) {
    const row = { model_a: modelA, model_b: modelB, winner: WINNER[choice], anony: true }
    piece += `${JSON.stringify(row)}\n`
    if (piece.length < 1 << 20) continue
    pieces.push(piece)
    piece = ''
  }
  return [...pieces, piece]
}
