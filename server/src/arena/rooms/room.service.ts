import { Injectable } from '@nestjs/common'
import type { ConversationShare } from '#shared/protocol/room'
import type { ShareKind } from '#shared/vocabulary'
import { AppError } from '../../domain/app-error.js'
import { Clock, IdSource } from '../../domain/ports.js'
import type { ParticipantRow } from '../../storage/database/room-rows.js'
import { KyselyDatabase } from '../../storage/database/kysely-database.js'
import { ParticipantRepository } from '../../storage/conversations/participant.repository.js'
import { ShareLinkRepository } from '../../storage/conversations/share-link.repository.js'
import { Access } from '../access/access.js'
import { ConversationLocks } from '../access/conversation-locks.js'
import { RoomHolds } from './room-holds.js'
import { RoomStates } from './room-states.js'
import { ShareKeys } from './share-keys.js'

/** How a conversation becomes a room of several, and is one no longer. */
@Injectable()
export class RoomService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: IdSource,
    private readonly database: KyselyDatabase,
    private readonly links: ShareLinkRepository,
    private readonly participants: ParticipantRepository,
    private readonly access: Access,
    private readonly locks: ConversationLocks,
    private readonly keys: ShareKeys,
    private readonly holds: RoomHolds,
    private readonly states: RoomStates,
  ) {}

  /** @returns the key of the one link of this kind, the same for as long as it is not withdrawn */
  share(ownerId: string, { conversationId, kind }: ConversationShare): Promise<string> {
    return this.locks.run(conversationId, async () => {
      const { mode } = await this.access.require(conversationId, ownerId, 'share')
      if (kind === 'challenge' && mode !== 'battle') {
        throw new AppError('invalid_payload', 'kind: only a battle can be voted on blind')
      }
      const links = await this.links.of(conversationId)
      const known = links.find((link) => link.kind === kind)
      const given = known && this.keys.knownKeyOf(known)
      // Nobody can be shown it again once the secrets of this server are others: a new link then.
      if (given !== undefined) return given
      const id = this.ids.next()
      const key = this.keys.keyOf(id)
      const createdAt = this.clock.now()
      const keyHash = this.keys.hashOf(key)
      await this.database.write(async (trx) => {
        await this.links.put(trx, { conversationId, kind, id, keyHash, createdAt })
        if (kind === 'challenge') {
          await this.participants.add(trx, this.participant(conversationId, ownerId, 'owner'))
        }
      })
      return key
    })
  }

  /** Whoever came by the link is out, but for those who have voted: they have seen what they have seen. */
  unshare(ownerId: string, { conversationId, kind }: ConversationShare): Promise<void> {
    return this.withdraw(ownerId, conversationId, kind, false)
  }

  /** Nobody but the owner can vote from now on; who has not voted may read on. */
  close(ownerId: string, conversationId: string): Promise<void> {
    return this.withdraw(ownerId, conversationId, 'challenge', true)
  }

  /**
   * Lets a visitor in who has the key of a link. One that fits no link changes nothing. Who was here before the
   * boards told how others voted may vote when invited again, and is neither waited for nor rated.
   */
  enter(conversationId: string, voterId: string, key: string): Promise<void> {
    return this.locks.run(conversationId, async () => {
      const links = await this.links.of(conversationId)
      const link = links.find((each) => this.keys.fits(key, each))
      if (!link || (await this.access.allows(conversationId, voterId, 'share'))) return
      const participant = this.participant(conversationId, voterId, link.kind)
      const added = await this.database.write(async (trx) => {
        const late = await this.participants.hasSeenVotes(trx, conversationId, voterId)
        return this.participants.add(trx, { ...participant, missed: late ? 1 : 0 })
      })
      // Other pages of the same person may show it as somebody who only reads.
      if (added) this.states.changed(conversationId)
    })
  }

  private withdraw(
    ownerId: string,
    conversationId: string,
    kind: ShareKind,
    readOn: boolean,
  ): Promise<void> {
    return this.locks.run(conversationId, async () => {
      await this.access.require(conversationId, ownerId, 'share')
      const removed = await this.database.write(async (trx) => {
        await this.links.remove(trx, conversationId, kind)
        const voters = await this.participants.removeVoteless(trx, conversationId, kind)
        const stays = readOn ? 'read' : 'left'
        for (const voterId of voters) {
          await this.participants.add(trx, this.participant(conversationId, voterId, stays))
        }
        return voters
      })
      for (const voterId of removed) {
        if (await this.access.allows(conversationId, voterId, 'read')) continue
        this.states.gone(conversationId, voterId)
      }
      await this.holds.review(conversationId)
      this.states.changed(conversationId)
    })
  }

  private participant(
    conversationId: string,
    voterId: string,
    kind: ParticipantRow['kind'],
  ): ParticipantRow {
    return { conversationId, voterId, kind, joinedAt: this.clock.now(), missed: 0 }
  }
}
