import { CHOICES, type Choice } from '#shared/vocabulary'
import { ClusterCounts } from './cluster-counts.js'
import { Numbers } from './numbers.js'
import { Column } from './column.js'

/** Votes by who cast them, one row each: plain data that a thread can take over. */
export interface VoterColumns {
  /** Names by number. */
  models: string[]
  a: Float64Array
  b: Float64Array
  voter: Float64Array
  /** Position in `CHOICES`. */
  choice: Float64Array
  /** How many votes there are on the battle. */
  votes: Float64Array
}

/** Votes by who cast them, as they come one by one. */
export class VoterBallots {
  private readonly models = new Numbers()
  private readonly voters = new Numbers()
  private readonly a = new Column()
  private readonly b = new Column()
  private readonly voter = new Column()
  private readonly choice = new Column()
  private readonly votes = new Column()

  add(voter: string, modelA: string, modelB: string, choice: Choice, votes: number): void {
    this.a.push(this.models.of(modelA))
    this.b.push(this.models.of(modelB))
    this.voter.push(this.voters.of(voter))
    this.choice.push(CHOICES.indexOf(choice))
    this.votes.push(votes)
  }

  /** The rows so far; not a copy. */
  get columns(): VoterColumns {
    return {
      models: this.models.names,
      a: this.a.values(),
      b: this.b.values(),
      voter: this.voter.values(),
      choice: this.choice.values(),
      votes: this.votes.values(),
    }
  }
}

export function clustersOf({ models, a, b, voter, choice, votes }: VoterColumns): ClusterCounts {
  const clusters = new ClusterCounts()
  for (let row = 0; row < a.length; row += 1) {
    clusters.add(
      String(voter[row]!),
      models[a[row]!]!,
      models[b[row]!]!,
      CHOICES[choice[row]!]!,
      votes[row]!,
    )
  }
  return clusters
}
