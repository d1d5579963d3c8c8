import { Injectable } from '@nestjs/common'
import type { BySide } from '#shared/protocol/common'
import type { ModelCard } from '#shared/protocol/model'
import { mayKnowNames } from '../../domain/conversation/blinding.js'
import { RealtimeServer } from '../../realtime/realtime-server.js'
import { voterRoom } from '../../realtime/rooms.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import type { VoteRow } from '../../storage/database/database.js'
import { Access } from '../access/access.js'
import { CardService } from '../models/card.service.js'
import { presentVote } from './vote.presenter.js'

/** Tells a voter who was who, after that voter's vote is final. */
@Injectable()
export class Reveals {
  constructor(
    private readonly access: Access,
    private readonly conversations: ConversationRepository,
    private readonly cards: CardService,
    private readonly realtime: RealtimeServer,
  ) {}

  async tell(vote: VoteRow): Promise<BySide<ModelCard> | undefined> {
    const conversation = await this.conversations.find(vote.conversationId)
    if (!conversation) return undefined
    const role = await this.access.roleOf(conversation, vote.voterId)
    const { mode } = conversation
    if (!mayKnowNames({ role, mode, votedFinally: vote.final === 1 })) return undefined
    const sides = this.cards.cardsOf(await this.conversations.load(conversation))
    this.realtime.emit(voterRoom(vote.voterId), 'conversation:revealed', {
      conversationId: conversation.id,
      turn: vote.turn,
      sides,
      vote: presentVote(vote),
    })
    return sides
  }
}
