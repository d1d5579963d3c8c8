import { Injectable } from '@nestjs/common'
import { PAGE_SIZE } from '#shared/limits'
import type { ConversationList, ConversationPatch } from '#shared/protocol/conversation'
import { RealtimeServer } from '../realtime/realtime-server.js'
import { conversationRoom } from '../realtime/rooms.js'
import { ConversationRepository } from '../storage/conversation.repository.js'
import { HistoryRepository } from '../storage/history.repository.js'
import { Access } from './access.js'
import { presentSummary } from './history.presenter.js'
import { LiveTurns } from './live/live-turns.js'
import { SnapshotService } from './snapshot.service.js'

/** A person's own conversations. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly access: Access,
    private readonly history: HistoryRepository,
    private readonly conversations: ConversationRepository,
    private readonly snapshots: SnapshotService,
    private readonly turns: LiveTurns,
    private readonly realtime: RealtimeServer,
  ) {}

  async page(voterId: string, before?: number): Promise<ConversationList> {
    const rows = await this.history.page(voterId, before, PAGE_SIZE)
    const last = rows.at(-1)
    return {
      conversations: rows.map(presentSummary),
      ...(rows.length === PAGE_SIZE && last && { next: last.updatedAt }),
    }
  }

  async rename(id: string, voterId: string, { title }: ConversationPatch): Promise<void> {
    await this.access.require(id, voterId, 'rename')
    await this.conversations.rename(id, title)
    const { snapshot } = await this.snapshots.take(id, voterId)
    const room = conversationRoom(id)
    this.realtime.emit(room, 'conversation:changed', {
      conversationId: id,
      title,
      votable: snapshot.votable,
      presence: this.realtime.size(room),
    })
  }

  async delete(id: string, voterId: string): Promise<void> {
    await this.access.require(id, voterId, 'delete')
    for (const live of this.turns.get(id)?.sides ?? []) live.abort.abort()
    await this.conversations.erase(id)
  }
}
