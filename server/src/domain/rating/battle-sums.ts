import {
  addSums,
  noSums,
  orientVotes,
  sumsOfBattle,
  type PairSums,
  type Tally,
} from './observation.js'
import { cellsOf, type BattlePlace, type CountCell } from './slices.js'

/** A battle and the votes that count on it; `a` is a vote for `versionA`. */
export interface RatedBattle extends BattlePlace {
  versionA: string
  versionB: string
  votes: Tally
}

/** Sums of all votes, and of those that are neither tie nor both bad. */
export interface CountSums {
  all: PairSums
  decided: PairSums
}

/** What the counts of one pair in one set change by. */
export interface CountChange extends CountCell, CountSums {
  versionA: string
  versionB: string
}

/** Adds battles up, or takes them back, by set of counts and pair. */
export class BattleSums {
  private readonly changes = new Map<string, CountChange>()

  /** `times` −1 takes the battle back. */
  add(battle: RatedBattle, times: 1 | -1): void {
    const { first, second, votes } = orientVotes(battle.versionA, battle.versionB, battle.votes)
    const all = sumsOfBattle(votes)
    const decided = sumsOfBattle({ ...votes, tie: 0, both_bad: 0 })
    for (const cell of cellsOf(battle)) {
      const change = this.changeOf(cell, first, second)
      addSums(change.all, all, times)
      addSums(change.decided, decided, times)
    }
  }

  /** How many sums there are. */
  get size(): number {
    return this.changes.size
  }

  /** What did change, in an order that is the same for all, so that writers never wait for each other in a ring. */
  list(): CountChange[] {
    return [...this.changes.entries()]
      .filter(([, { all, decided }]) => isAny(all) || isAny(decided))
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([, change]) => change)
  }

  private changeOf(cell: CountCell, versionA: string, versionB: string): CountChange {
    const key = [cell.slice, cell.language, cell.day, cell.short, versionA, versionB].join('\n')
    let change = this.changes.get(key)
    if (!change) {
      this.changes.set(
        key,
        (change = { ...cell, versionA, versionB, all: noSums(), decided: noSums() }),
      )
    }
    return change
  }
}

const isAny = (sums: PairSums): boolean => Object.values(sums).some((value) => value !== 0)
