import type { Tally } from '../domain/rating/observation.js'
import { PairCounts } from '../domain/rating/pair-counts.js'
import { StyledBattles } from '../domain/rating/style/styled-battles.js'
import type { Battle, Contender } from './rate-battle.js'

/** The work of a fit grows with the cube of the models; a file with more has no names in `model_a`. */
const MOST_MODELS = 2000

/** A battle some of whose rows were read. */
interface Open extends Pick<Battle, 'style'> {
  a: string
  b: string
  votes: Tally
  read: number
}

export interface TallyOptions {
  /** Count battles with visible names too. */
  all: boolean
  /** Keep how answers look, for a board under style control. */
  style?: boolean
}

/** Counts of a battle file, and of the rows that say nothing about a board. */
export class BattleTally {
  readonly counts = new PairCounts()
  readonly styled: StyledBattles | undefined
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
  readonly models = new Map<string, Contender>()
  private readonly open = new Map<string, Open>()

  constructor(private readonly options: TallyOptions) {
    if (options.style) this.styled = new StyledBattles()
  }

  /** @throws SyntaxError where the names cannot be models, or a battle is told in two ways */
  add(battle: Battle): void {
    this.rows += 1
    const { choice, blind, style } = battle
    const [a, b] = [this.keyOf(battle.modelA), this.keyOf(battle.modelB)]
    if (!blind && !this.options.all) this.skipped.named += 1
    else if (a === b) this.skipped.sameModel += 1
    else if (this.styled && !style) this.skipped.noStyle += 1
    else {
      this.know(a, battle.modelA)
      this.know(b, battle.modelB)
      if (battle.battle) this.addToOpen(battle.battle, { ...battle, a, b })
      else if (this.styled) this.close({ a, b, style, votes: oneOf(choice), read: 1 })
      else this.counts.add(a, b, choice)
    }
  }

  /** Counts the battles some of whose rows are in no file. */
  end(): void {
    for (const battle of this.open.values()) this.close(battle)
    this.open.clear()
  }

  private addToOpen(
    { id, votes }: NonNullable<Battle['battle']>,
    { a, b, choice, style }: Pick<Battle, 'choice' | 'style'> & { a: string; b: string },
  ): void {
    const battle = this.open.get(id) ?? { a, b, style, votes: oneOf(), read: 0 }
    if (battle.a !== a || battle.b !== b) {
      throw new SyntaxError('battle_id is that of a battle between other models')
    }
    battle.votes[choice] += 1
    battle.read += 1
    if (battle.read < votes) this.open.set(id, battle)
    else {
      this.close(battle)
      this.open.delete(id)
    }
  }

  private close({ a, b, votes, style }: Open): void {
    this.counts.addBattle(a, b, votes)
    if (style) this.styled?.add(a, b, votes, style[0], style[1])
  }

  private keyOf({ name, version }: Contender): string {
    return version === 1 ? name : `${name}\n${version}`
  }

  private know(key: string, model: Contender): void {
    if (this.models.has(key)) return
    this.models.set(key, model)
    if (this.models.size > MOST_MODELS) {
      throw new SyntaxError(`more than ${MOST_MODELS} different models: are these really names?`)
    }
  }
}

const oneOf = (choice?: Battle['choice']): Tally => ({
  a: 0,
  b: 0,
  tie: 0,
  both_bad: 0,
  ...(choice && { [choice]: 1 }),
})
