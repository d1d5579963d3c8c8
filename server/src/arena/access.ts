import { Injectable } from '@nestjs/common'
import { AppError } from '../domain/app-error.js'
import { mayDo, roleOf, type Action } from '../domain/conversation/access-rules.js'
import { ConversationRepository } from '../storage/conversation.repository.js'
import type { ConversationRow } from '../storage/database.js'

/** The one place where it is asked who may do what to a conversation. */
@Injectable()
export class Access {
  constructor(private readonly conversations: ConversationRepository) {}

  /** @throws AppError `not_found`, for a foreign conversation as for a missing one */
  async require(id: string, voterId: string, action: Action): Promise<ConversationRow> {
    const conversation = await this.find(id, voterId, action)
    if (conversation) return conversation
    throw new AppError('not_found', 'This conversation does not exist, or it is not yours.')
  }

  async allows(id: string, voterId: string, action: Action): Promise<boolean> {
    return (await this.find(id, voterId, action)) !== undefined
  }

  private async find(
    id: string,
    voterId: string,
    action: Action,
  ): Promise<ConversationRow | undefined> {
    const conversation = await this.conversations.find(id)
    const allowed = conversation && mayDo(roleOf(conversation, voterId), action)
    return allowed ? conversation : undefined
  }
}
