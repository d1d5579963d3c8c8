import { STYLE_FEATURES } from '#shared/vocabulary'
import { sumsOfBattle, WHOLE, type Tally } from '../observation.js'
import { PairCounts } from '../pair-counts.js'
import type { AnswerStyle } from './answer-style.js'
import { Column } from '../column.js'
import { Numbers } from '../numbers.js'

/** Rated battles with how far the style of their sides differs, one row each: plain data that a thread can take over. */
export interface StyledColumns {
  /** Names by number; rows tell models by number. */
  models: string[]
  a: Float64Array
  b: Float64Array
  /** Outcome of model a: the mean of the battle's votes. */
  outcome: Float64Array
  /** A column for each of `STYLE_FEATURES`: (a − b) / (a + b + 1), from −1 to 1. */
  differences: Float64Array[]
}

/** Rated battles as a board under style control needs them. */
export interface StyledVotes {
  /** The same battles as a plain board sees them. */
  counts: PairCounts
  columns: StyledColumns
}

/** Rated battles and their style, as they come one by one. */
export class StyledBattles implements StyledVotes {
  readonly counts = new PairCounts()
  private readonly models = new Numbers()
  private readonly a = new Column()
  private readonly b = new Column()
  private readonly outcome = new Column()
  private readonly differences = STYLE_FEATURES.map(() => new Column())

  /** The rows so far; not a copy. */
  get columns(): StyledColumns {
    return {
      models: this.models.names,
      a: this.a.values(),
      b: this.b.values(),
      outcome: this.outcome.values(),
      differences: this.differences.map((column) => column.values()),
    }
  }

  add(
    modelA: string,
    modelB: string,
    votes: Readonly<Tally>,
    styleA: Readonly<AnswerStyle>,
    styleB: Readonly<AnswerStyle>,
  ): void {
    this.counts.addBattle(modelA, modelB, votes)
    this.a.push(this.models.of(modelA))
    this.b.push(this.models.of(modelB))
    this.outcome.push(sumsOfBattle(votes).points / WHOLE)
    for (const [k, feature] of STYLE_FEATURES.entries()) {
      const mine = styleA[feature]
      const other = styleB[feature]
      this.differences[k]!.push((mine - other) / (mine + other + 1))
    }
  }
}
