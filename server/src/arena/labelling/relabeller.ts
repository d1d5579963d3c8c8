import { Injectable } from '@nestjs/common'
import { RULES_VERSION } from '../../domain/labels/label-rules.js'
import { BattleCounts } from '../../storage/boards/battle-counts.js'
import { BattleRepository } from '../../storage/boards/battle.repository.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import type { BattleRow } from '../../storage/database/board-tables.js'
import { KyselyDatabase } from '../../storage/database/kysely-database.js'
import { BattleLabeller, type FoundLabels } from './battle-labeller.js'

export interface Relabelled {
  /** Battles that were looked at. */
  battles: number
  /** Those whose language or labels are others now. */
  changed: number
  /** Those that keep what they have, since an admin gave it. */
  corrected: number
  /** Those that keep what they have, since their conversation was deleted. */
  erased: number
}

/** Gives all battles their labels by the rules of today; counts stay in step. */
@Injectable()
export class Relabeller {
  constructor(
    private readonly database: KyselyDatabase,
    private readonly battles: BattleRepository,
    private readonly counts: BattleCounts,
    private readonly conversations: ConversationRepository,
    private readonly labeller: BattleLabeller,
  ) {}

  async relabel(tell: (done: Relabelled) => void = () => undefined): Promise<Relabelled> {
    const done: Relabelled = { battles: 0, changed: 0, corrected: 0, erased: 0 }
    for await (const ids of this.battles.ids(this.database.db)) {
      const found = new Map<string, FoundLabels>()
      for (const battle of await this.battles.findAll(ids)) {
        found.set(battle.id, await this.read(battle, done))
      }
      await this.database.write((trx) =>
        this.counts.changing(trx, ids, async () => {
          for (const [id, labels] of found) await this.battles.relabel(trx, id, labels)
        }),
      )
      done.battles += ids.length
      tell({ ...done })
    }
    return done
  }

  private async read(battle: BattleRow, done: Relabelled): Promise<FoundLabels> {
    const conversation = await this.conversations.find(battle.id)
    if (!conversation) {
      done.erased += 1
      return { ...battle, rulesVersion: RULES_VERSION }
    }
    const found = await this.labeller.read(await this.conversations.load(conversation), battle.turn)
    if (battle.corrected) {
      done.corrected += 1
      return { ...found, language: battle.language, labels: battle.labels }
    }
    if (found.language !== battle.language || found.labels !== battle.labels) done.changed += 1
    return found
  }
}
