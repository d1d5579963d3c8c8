import { Injectable } from '@nestjs/common'
import { PAGE_SIZE } from '#shared/limits'
import {
  HistoryCursor,
  type ConversationList,
  type ConversationPage,
  type ConversationPatch,
} from '#shared/protocol/history'
import { RealtimeServer } from '../../realtime/realtime-server.js'
import { voterRoom } from '../../realtime/rooms.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import { HistoryRepository } from '../../storage/conversations/history.repository.js'
import { LogShedder } from '../../storage/database/log-shedder.js'
import { Access } from '../access/access.js'
import { Erasure } from './erasure.js'
import { presentSummary } from './history.presenter.js'
import { SnapshotService } from '../conversations/snapshot.service.js'

/** A person's own conversations. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly access: Access,
    private readonly history: HistoryRepository,
    private readonly conversations: ConversationRepository,
    private readonly snapshots: SnapshotService,
    private readonly realtime: RealtimeServer,
    private readonly erasure: Erasure,
    private readonly log: LogShedder,
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

  async delete(id: string, voterId: string): Promise<void> {
    await this.erasure.ofOwner(id, voterId)
    await this.log.shed()
  }
}
