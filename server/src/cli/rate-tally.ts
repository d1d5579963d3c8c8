import { PairCounts } from '../domain/rating/pair-counts.js'
import type { Battle } from './rate-battle.js'

/** The work of a fit grows with the cube of the models; a file with more has no names in `model_a`. */
const MOST_MODELS = 2000

/** Counts of a battle file, and of the rows that say nothing about a board. */
export class BattleTally {
  readonly counts = new PairCounts()
  /** Rows that were read, skipped ones included. */
  rows = 0
  readonly skipped = {
    /** The voter could see the names. */
    named: 0,
    /** The same model on both sides. */
    sameModel: 0,
  }
  private readonly models = new Set<string>()

  /** @param all count battles with visible names too */
  constructor(private readonly all: boolean) {}

  /** @throws SyntaxError where the names cannot be models */
  add({ modelA, modelB, choice, blind }: Battle): void {
    this.rows += 1
    if (!blind && !this.all) this.skipped.named += 1
    else if (modelA === modelB) this.skipped.sameModel += 1
    else {
      this.models.add(modelA).add(modelB)
      if (this.models.size > MOST_MODELS) {
        throw new SyntaxError(`more than ${MOST_MODELS} different models: are these really names?`)
      }
      this.counts.add(modelA, modelB, choice)
    }
  }
}
