import { Injectable } from '@nestjs/common'
import { PAGE_SIZE } from '#shared/limits'
import {
  HistoryCursor,
  type ConversationList,
  type ConversationPage,
  type ConversationPatch,
} from '#shared/protocol/history'
import { Clock } from '../../domain/ports.js'
import { ImageLibrary } from '../../images/image-library.js'
import { RealtimeServer } from '../../realtime/realtime-server.js'
import { voterRoom } from '../../realtime/rooms.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import { HistoryRepository } from '../../storage/conversations/history.repository.js'
import { ParticipantRepository } from '../../storage/conversations/participant.repository.js'
import { Access } from '../access/access.js'
import { ConversationLocks } from '../access/conversation-locks.js'
import { presentSummary } from './history.presenter.js'
import { LiveTurns } from '../live/live-turns.js'
import { RoomHolds } from '../rooms/room-holds.js'
import { RoomStates } from '../rooms/room-states.js'
import { SnapshotService } from '../conversations/snapshot.service.js'

/** A person's own conversations. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly history: HistoryRepository,
    private readonly conversations: ConversationRepository,
    private readonly snapshots: SnapshotService,
    private readonly locks: ConversationLocks,
    private readonly turns: LiveTurns,
    private readonly realtime: RealtimeServer,
    private readonly images: ImageLibrary,
    private readonly participants: ParticipantRepository,
    private readonly states: RoomStates,
    private readonly holds: RoomHolds,
  ) {}

  async page(voterId: string, wanted: ConversationPage): Promise<ConversationList> {
    const rows = await this.history.page(voterId, wanted, PAGE_SIZE)
    const last = rows.at(-1)
    return {
      conversations: rows.map(presentSummary),
      ...(rows.length === PAGE_SIZE && last && { next: HistoryCursor.encode(last) }),
    }
  }

  async change(id: string, voterId: string, { title, pinned }: ConversationPatch): Promise<void> {
    await this.access.require(id, voterId, 'change')
    await this.conversations.change(id, {
      ...(title !== undefined && { title }),
      ...(pinned !== undefined && { pinned: pinned ? 1 : 0 }),
    })
    const { snapshot } = await this.snapshots.take(id, voterId)
    const { votable, presence } = snapshot
    // To the owner alone: the title may say what others of the room must not know yet.
    this.realtime.emit(voterRoom(voterId), 'conversation:changed', {
      conversationId: id,
      ...(title !== undefined && { title }),
      ...(pinned !== undefined && { pinned }),
      votable,
      presence: Math.max(1, presence),
    })
  }

  /** Stops what runs first: no frame and no write comes after the erasure. */
  delete(id: string, voterId: string): Promise<void> {
    return this.locks.run(id, async () => {
      await this.access.require(id, voterId, 'delete')
      const turn = this.turns.get(id)
      turn?.stop(this.clock.now())
      await turn?.closed
      const others = await this.participants.all(id)
      await this.images.discard(await this.conversations.erase(id))
      // All tabs of each, whatever they show: it leaves the owner's histories too.
      const people = new Set([voterId, ...others.map((each) => each.voterId)])
      for (const person of people) this.states.gone(id, person)
      await this.holds.review(id)
    })
  }
}
