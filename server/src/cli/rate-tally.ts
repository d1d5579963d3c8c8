import type { Tally } from '../domain/rating/observation.js'
import { ClusterCounts } from '../domain/rating/cluster-counts.js'
import { modelLabel } from '../domain/rating/model-label.js'
import { PairCounts } from '../domain/rating/pair-counts.js'
import { StyledBattles } from '../domain/rating/style/styled-battles.js'
import type { Battle, Contender } from './rate-battle.js'

/** The work of a fit grows with the cube of the models; a file with more has no names in `model_a`. */
const MOST_MODELS = 2000

/** A battle, as far as its rows were read. */
interface Open extends Pick<Battle, 'style'> {
  a: string
  b: string
  votes: { choice: Battle['choice']; voter: string }[]
}

export interface TallyOptions {
  /** Count battles with visible names too. */
  all: boolean
  /** Keep how answers look, for a board under style control. */
  style?: boolean
  /** Keep who voted, for errors that allow for it. */
  voters?: boolean
}

/** Counts of a battle file, and of the rows that say nothing about a board. */
export class BattleTally {
  readonly counts = new PairCounts()
  readonly styled: StyledBattles | undefined
  readonly clusters: ClusterCounts | undefined
  /** Rows that were read, skipped ones included. */
  rows = 0
  readonly skipped = {
    /** The voter could see the names. */
    named: 0,
    /** The same model on both sides. */
    sameModel: 0,
    /** Nothing is known of how the answers looked; only under style control. */
    noStyle: 0,
  }
  /** By key, which sorts by name and then by version. */
  readonly models = new Map<string, Required<Contender>>()
  private readonly open = new Map<string, Open>()

  constructor(private readonly options: TallyOptions) {
    if (options.style) this.styled = new StyledBattles()
    if (options.voters) this.clusters = new ClusterCounts()
  }

  /** @throws SyntaxError where the names cannot be models, or a battle is told in two ways */
  add(battle: Battle): void {
    this.rows += 1
    const { choice, blind, style } = battle
    const [a, b] = [keyOf(battle.modelA), keyOf(battle.modelB)]
    if (!blind && !this.options.all) this.skipped.named += 1
    else if (a === b) this.skipped.sameModel += 1
    else if (this.styled && !style) this.skipped.noStyle += 1
    else {
      this.know(a, battle.modelA)
      this.know(b, battle.modelB)
      if (battle.battle) this.addToOpen(battle.battle, { ...battle, a, b })
      else if (this.styled || this.clusters) {
        this.close({ a, b, style, votes: [{ choice, voter: this.voterOf(battle) }] })
      } else this.counts.add(a, b, choice)
    }
  }

  /** Counts the battles some of whose rows are in no file. */
  end(): void {
    for (const battle of this.open.values()) this.close(battle)
    this.open.clear()
  }

  private addToOpen(
    { id, votes }: NonNullable<Battle['battle']>,
    row: Pick<Battle, 'choice' | 'style' | 'voter'> & { a: string; b: string },
  ): void {
    const { a, b, choice, style } = row
    const battle = this.open.get(id) ?? { a, b, style, votes: [] }
    if (battle.a !== a || battle.b !== b) {
      throw new SyntaxError('battle_id is that of a battle between other models')
    }
    battle.votes.push({ choice, voter: this.voterOf(row) })
    if (battle.votes.length < votes) this.open.set(id, battle)
    else {
      this.close(battle)
      this.open.delete(id)
    }
  }

  private close({ a, b, votes, style }: Open): void {
    const tally: Tally = { a: 0, b: 0, tie: 0, both_bad: 0 }
    for (const { choice, voter } of votes) {
      tally[choice] += 1
      this.clusters?.add(voter, a, b, choice, votes.length)
    }
    this.counts.addBattle(a, b, tally)
    if (style) this.styled?.add(a, b, tally, style[0], style[1])
  }

  /** A row that does not say who voted is a voter of its own. */
  private voterOf({ voter }: Pick<Battle, 'voter'>): string {
    return voter ?? `row ${this.rows}`
  }

  private know(key: string, model: Contender): void {
    if (this.models.has(key)) return
    this.models.set(key, { version: FIRST, ...model })
    if (this.models.size > MOST_MODELS) {
      throw new SyntaxError(`more than ${MOST_MODELS} different models: are these really names?`)
    }
  }
}

/** What a row without a version is about: in one file there is nothing else that it could be. */
const FIRST = 1

export const keyOf = ({ name, version = FIRST }: Contender): string => modelLabel({ name, version })
