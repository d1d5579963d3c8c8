import { Injectable } from '@nestjs/common'
import { AppError } from '../../domain/app-error.js'
import { mayDo, roleOf, type Action, type Role } from '../../domain/conversation/access-rules.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import type { ConversationRow } from '../../storage/database/database.js'
import { ParticipantRepository } from '../../storage/conversations/participant.repository.js'

/** A conversation, and what somebody is to it. */
export interface Allowed {
  conversation: ConversationRow
  role: Exclude<Role, 'stranger'>
}

/** The one place where it is asked who may do what to a conversation. */
@Injectable()
export class Access {
  constructor(
    private readonly conversations: ConversationRepository,
    private readonly participants: ParticipantRepository,
  ) {}

  /** @throws AppError `not_found`, for a foreign conversation as for a missing one */
  async require(id: string, voterId: string, action: Action): Promise<ConversationRow> {
    return (await this.enter(id, voterId, action)).conversation
  }

  /** As `require`, with what the person is to the conversation. */
  async enter(id: string, voterId: string, action: Action): Promise<Allowed> {
    const allowed = await this.find(id, voterId, action)
    if (allowed) return allowed
    throw new AppError('not_found', 'This conversation does not exist, or it is not yours.')
  }

  async allows(id: string, voterId: string, action: Action): Promise<boolean> {
    return (await this.find(id, voterId, action)) !== undefined
  }

  async roleOf(conversation: ConversationRow, voterId: string): Promise<Role> {
    const own = conversation.ownerId === voterId
    const cameBy = own ? [] : await this.participants.cameBy(conversation.id, voterId)
    return roleOf(conversation, voterId, cameBy)
  }

  private async find(id: string, voterId: string, action: Action): Promise<Allowed | undefined> {
    const conversation = await this.conversations.find(id)
    if (!conversation) return undefined
    const role = await this.roleOf(conversation, voterId)
    return role !== 'stranger' && mayDo(role, action) ? { conversation, role } : undefined
  }
}
