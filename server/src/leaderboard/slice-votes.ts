import { PairSumsByName, type PairRow } from '../domain/rating/pair-rows.js'
import type { AnswerStyle } from '../domain/rating/style/answer-style.js'
import { StyledBattles } from '../domain/rating/style/styled-battles.js'
import { VoterBallots } from '../domain/rating/voter-ballots.js'
import type { Tally } from '../domain/rating/observation.js'
import type { VotedBattle } from '../storage/boards/rated-vote.repository.js'
import type { SliceSpec } from './slice-spec.js'

/** What a board is made of. */
export interface FitVotes {
  /** When they were read, in milliseconds since the epoch. */
  asOf: number
  rows: readonly PairRow[]
  /** Only under style control. */
  styled?: StyledBattles | undefined
  /** Only where errors shall allow for who voted. */
  ballots?: VoterBallots | undefined
}

/** What a board is made of that is made from its votes one by one: as much of them as its method needs. */
export class SliceVotes implements FitVotes {
  readonly styled: StyledBattles | undefined
  readonly ballots: VoterBallots | undefined
  private readonly sums = new PairSumsByName()

  constructor(
    { styleControl, voterErrors }: SliceSpec,
    /** When the reading began. */
    readonly asOf: number,
  ) {
    if (styleControl) this.styled = new StyledBattles()
    if (voterErrors) this.ballots = new VoterBallots()
  }

  add(battles: readonly VotedBattle[]): void {
    for (const battle of battles) this.addBattle(battle)
  }

  get rows(): PairRow[] {
    return this.sums.list()
  }

  private addBattle({ versionA, versionB, styleA, styleB, votes }: VotedBattle): void {
    const tally: Tally = { a: 0, b: 0, tie: 0, both_bad: 0 }
    for (const { voterId, choice } of votes) {
      tally[choice] += 1
      this.ballots?.add(voterId, versionA, versionB, choice, votes.length)
    }
    this.sums.add(versionA, versionB, tally)
    if (!this.styled || styleA === null || styleB === null) return
    this.styled.add(
      versionA,
      versionB,
      tally,
      JSON.parse(styleA) as AnswerStyle,
      JSON.parse(styleB) as AnswerStyle,
    )
  }
}
