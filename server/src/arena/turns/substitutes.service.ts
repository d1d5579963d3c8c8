import { Injectable } from '@nestjs/common'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import { KyselyDatabase } from '../../storage/database/kysely-database.js'
import { ContestantsService } from '../models/contestants.js'
import type { LiveSide } from '../live/live-side.js'
import type { LiveTurn } from '../live/live-turn.js'
import { Patience } from '../live/patience.js'
import type { Seating } from '../live/seating.js'
import { Substitutes } from '../live/substitutes.js'
import { ModelVersions } from '../models/model-versions.js'

/** Takes the place of a failed model from the pool of battles. */
@Injectable()
export class SubstitutesService extends Substitutes {
  constructor(
    private readonly contestants: ContestantsService,
    private readonly conversations: ConversationRepository,
    private readonly versions: ModelVersions,
    private readonly database: KyselyDatabase,
    private readonly patience: Patience,
  ) {
    super()
  }

  draw(seating: Seating, { side }: LiveSide): ModelEndpoint | undefined {
    const failed = seating.holder(side)
    const opponent = seating.opposite(side)
    const { names: seated, pictures } = seating
    const drawn =
      failed && opponent && this.contestants.replacement({ failed, opponent, seated, pictures })
    // Taken in the same moment, so that the two sides can never draw the same model.
    if (drawn) seating.seat(side, drawn.model, drawn.probability)
    return drawn?.model
  }

  async write({ conversationId, turn }: LiveTurn, seating: Seating): Promise<void> {
    await this.versions.settled()
    // Both seats as they are at the commit, since the probability is that of the two: the other side may have
    // been given to another model meanwhile, too.
    await this.patience.with(() =>
      this.database.write(async (trx) => {
        const { drawProbability } = seating
        for (const [side, { versionId }] of seating.seats) {
          const seat = { conversationId, turn, side, versionId, drawProbability }
          await this.conversations.reseat(trx, seat)
        }
      }),
    )
  }
}
