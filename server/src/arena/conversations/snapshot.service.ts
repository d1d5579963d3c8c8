import { Injectable } from '@nestjs/common'
import type { Joined } from '#shared/protocol/conversation'
import { Clock } from '../../domain/ports.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import { ReactionRepository } from '../../storage/conversations/reaction.repository.js'
import { ShareLinkRepository } from '../../storage/conversations/share-link.repository.js'
import { VoteRepository } from '../../storage/votes/vote.repository.js'
import { Access } from '../access/access.js'
import { CardService } from '../models/card.service.js'
import { LiveTurns } from '../live/live-turns.js'
import { RoomStates } from '../rooms/room-states.js'
import { presentSnapshot } from './snapshot.presenter.js'

/** The state of a conversation at one moment, from storage and from what is on its way. */
@Injectable()
export class SnapshotService {
  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly conversations: ConversationRepository,
    private readonly votes: VoteRepository,
    private readonly reactions: ReactionRepository,
    private readonly cards: CardService,
    private readonly turns: LiveTurns,
    private readonly links: ShareLinkRepository,
    private readonly states: RoomStates,
  ) {}

  /**
   * `enter` is called in the same moment in which the snapshot is taken, so that whoever enters the
   * room there misses no frame and gets none twice.
   */
  async take(id: string, voterId: string, enter: () => void = () => undefined): Promise<Joined> {
    for (;;) {
      const { conversation, role } = await this.access.enter(id, voterId, 'read')
      const before = this.turns.get(id)
      const stored = await this.conversations.load(conversation)
      const votes = await this.votes.ofVoter(id, voterId)
      const reactions = await this.reactions.standing(id, voterId)
      const onBattle = await this.votes.onBattle(id)
      const links = role === 'owner' ? await this.links.of(id) : []
      const current = await this.conversations.find(id)
      const live = this.turns.get(id)
      // A turn that began or ended while we were reading has left newer rows behind: read them.
      if (live !== before || (!live && current?.seq !== conversation.seq)) continue
      enter()
      const answers = stored.answers.map((answer) => live?.overlay(answer) ?? answer)
      const record = { ...stored, answers }
      const snapshot = presentSnapshot({
        record,
        role,
        presence: this.states.presence(id),
        links: links.map(({ kind }) => kind),
        onBattle,
        votes,
        reactions,
        running: live?.running ?? false,
        queue: live?.queue,
        runningMs: live && Math.round(this.clock.elapsed() - live.begunAt),
        cards: () => this.cards.cardsOf(record),
      })
      return { snapshot, seq: live?.seq ?? conversation.seq, now: this.clock.now() }
    }
  }
}
