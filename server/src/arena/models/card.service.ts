import { Injectable } from '@nestjs/common'
import type { BySide } from '#shared/protocol/common'
import type { ModelCard } from '#shared/protocol/model'
import { ModelCatalog } from '../../config/model-catalog.js'
import type { ConversationRecord } from '../../storage/conversations/conversation.repository.js'
import { presentModelCard } from './model-card.presenter.js'

/** The cards of a conversation's sides. Callers have asked `mayKnowNames` before. */
@Injectable()
export class CardService {
  constructor(private readonly catalog: ModelCatalog) {}

  cardsOf({ sides, turns, answers }: ConversationRecord): BySide<ModelCard> {
    const last = turns.at(-1)?.turn
    const cards = sides.map(({ side, versionId, name, provider }) => {
      const model = this.catalog.byVersion(versionId)
      const answer = answers.find((each) => each.turn === last && each.side === side)
      return [side, presentModelCard({ name, provider, model, answer })] as const
    })
    return Object.fromEntries(cards)
  }
}
