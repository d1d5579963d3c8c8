import { Injectable } from '@nestjs/common'
import { AppError } from '../../domain/app-error.js'
import type { ImageRow } from '../../storage/database/database.js'
import { ImageRepository } from '../../storage/conversations/image.repository.js'
import { Access } from '../access/access.js'

/** Who may see a picture: whoever uploaded it, and whoever may read a conversation that shows it. */
@Injectable()
export class ImageAccess {
  constructor(
    private readonly images: ImageRepository,
    private readonly access: Access,
  ) {}

  /** @throws AppError `not_found`, for a foreign picture as for a missing one */
  async require(id: string, voterId: string): Promise<ImageRow> {
    const image = await this.images.find(id)
    if (image?.ownerId === voterId) return image
    if (image && (await this.isShownTo(id, voterId))) return image
    throw new AppError('not_found', 'This picture does not exist, or it is not yours to see.')
  }

  private async isShownTo(id: string, voterId: string): Promise<boolean> {
    for (const conversationId of await this.images.conversationsOf(id)) {
      if (await this.access.allows(conversationId, voterId, 'read')) return true
    }
    return false
  }
}
