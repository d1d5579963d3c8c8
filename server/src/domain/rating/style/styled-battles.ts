import { STYLE_FEATURES } from '#shared/vocabulary'
import { sumsOfBattle, WHOLE, type Tally } from '../observation.js'
import { PairCounts } from '../pair-counts.js'
import type { AnswerStyle } from './answer-style.js'
import { Column } from './column.js'

/** Rated battles with how far the style of their sides differs, one row each, in columns. */
export class StyledBattles {
  /** The same battles as a plain board sees them. */
  readonly counts = new PairCounts()
  /** Names by number; rows tell models by number. */
  readonly models: string[] = []
  readonly a = new Column()
  readonly b = new Column()
  /** Outcome of model a: the mean of the battle's votes. */
  readonly outcome = new Column()
  /** A column for each of `STYLE_FEATURES`: (a − b) / (a + b + 1), from −1 to 1. */
  readonly differences = STYLE_FEATURES.map(() => new Column())

  private readonly numbers = new Map<string, number>()

  add(
    modelA: string,
    modelB: string,
    votes: Readonly<Tally>,
    styleA: Readonly<AnswerStyle>,
    styleB: Readonly<AnswerStyle>,
  ): void {
    this.counts.addBattle(modelA, modelB, votes)
    this.a.push(this.numberOf(modelA))
    this.b.push(this.numberOf(modelB))
    this.outcome.push(sumsOfBattle(votes).points / WHOLE)
    for (const [k, feature] of STYLE_FEATURES.entries()) {
      const mine = styleA[feature]
      const other = styleB[feature]
      this.differences[k]!.push((mine - other) / (mine + other + 1))
    }
  }

  private numberOf(model: string): number {
    let number = this.numbers.get(model)
    if (number === undefined) {
      number = this.models.push(model) - 1
      this.numbers.set(model, number)
    }
    return number
  }
}
