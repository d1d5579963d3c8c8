import { Injectable } from '@nestjs/common'
import { Place } from '#shared/protocol/admin-common'
import type {
  AdminConversationPage,
  AdminTranscript,
  ConversationSearch,
} from '#shared/protocol/admin-conversations'
import { AppError } from '../domain/app-error.js'
import { ConversationSearchRepository } from '../storage/conversations/conversation-search.repository.js'
import { ConversationRepository } from '../storage/conversations/conversation.repository.js'
import { ReactionRepository } from '../storage/conversations/reaction.repository.js'
import { AuditTrail } from './audit-trail.js'
import { presentTranscript } from './transcript.presenter.js'

const PAGE = 50

/** Conversations of all people: what can be known of them, and what was said where an admin asks for it. */
@Injectable()
export class ConversationAdminService {
  constructor(
    private readonly search: ConversationSearchRepository,
    private readonly conversations: ConversationRepository,
    private readonly reactions: ReactionRepository,
    private readonly trail: AuditTrail,
  ) {}

  async page(query: ConversationSearch): Promise<AdminConversationPage> {
    const rows = await this.search.find(query, PAGE)
    const last = rows.at(-1)
    return {
      conversations: rows.map(({ id, ...row }) => ({
        conversationId: id,
        ownerId: row.ownerId,
        mode: row.mode,
        createdAt: row.createdAt,
        updatedAt: row.updatedAt,
        turns: row.turns,
        failed: row.failed,
        reports: row.reports,
        pictures: row.pictures,
        models: row.models,
      })),
      ...(rows.length === PAGE &&
        last && { next: Place.encode({ at: last.createdAt, id: last.id }) }),
    }
  }

  /** Somebody's words are seen only after it is written down that they are. */
  async read(id: string, reason: string): Promise<AdminTranscript> {
    const conversation = await this.conversations.find(id)
    if (!conversation) throw new AppError('not_found', 'There is no such conversation.')
    await this.trail.write({ action: 'conversation_read', subject: id, reason })
    return presentTranscript(
      await this.conversations.load(conversation),
      await this.reactions.of(id),
    )
  }
}
