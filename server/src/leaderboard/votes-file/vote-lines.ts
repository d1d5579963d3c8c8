import { Injectable } from '@nestjs/common'
import type { Label } from '#shared/vocabulary'
import { dateOf } from '../../domain/day.js'
import type { AnswerStyle } from '../../domain/rating/style/answer-style.js'
import { WINNERS, type VoteLine } from '../../domain/voting/vote-line.js'
import type { Pseudonyms } from '../../session/pseudonyms.js'
import type { ModelVersionRow } from '../../storage/database/database.js'
import { ModelVersionRepository } from '../../storage/boards/model-version.repository.js'
import {
  RatedVoteRepository,
  type VotedBattle,
  type VoteFilter,
} from '../../storage/boards/rated-vote.repository.js'

/** The votes behind a board, as anybody may have them. */
@Injectable()
export class VoteLines {
  constructor(
    private readonly votes: RatedVoteRepository,
    private readonly versions: ModelVersionRepository,
  ) {}

  /**
   * Some at a time.
   * @param beside hears of the battles behind each piece
   */
  async *of(
    filter: VoteFilter,
    pseudonyms: Pseudonyms,
    beside?: (battles: readonly VotedBattle[]) => void,
  ): AsyncGenerator<VoteLine[]> {
    const versions = new Map((await this.versions.all()).map((row) => [row.id, row]))
    for await (const battles of this.votes.battles(filter)) {
      beside?.(battles)
      yield battles.flatMap((battle) => linesOf(battle, versions, pseudonyms))
    }
  }
}

function linesOf(
  battle: VotedBattle,
  versions: ReadonlyMap<string, ModelVersionRow>,
  pseudonyms: Pseudonyms,
): VoteLine[] {
  const named = (id: string): ModelVersionRow => {
    const row = versions.get(id)
    if (!row) throw new Error(`The version ${id} is not known`)
    return row
  }
  const [a, b] = [named(battle.versionA), named(battle.versionB)]
  return battle.votes.map(({ voterId, choice }) => ({
    battle_id: pseudonyms.of('battle', battle.id),
    battle_votes: battle.votes.length,
    model_a: a.name,
    model_a_version: a.version,
    model_b: b.name,
    model_b_version: b.version,
    winner: WINNERS[choice],
    judge: pseudonyms.of('voter', voterId),
    turn: battle.turn,
    anony: true,
    language: battle.language,
    labels: JSON.parse(battle.labels) as Label[],
    day: dateOf(battle.day),
    draw_probability: battle.drawProbability,
    style_a: styleIn(battle.styleA),
    style_b: styleIn(battle.styleB),
  }))
}

const styleIn = (text: string | null): AnswerStyle | null =>
  text === null ? null : (JSON.parse(text) as AnswerStyle)
