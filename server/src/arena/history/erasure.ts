import { Injectable } from '@nestjs/common'
import { Clock } from '../../domain/ports.js'
import { ImageLibrary } from '../../images/image-library.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import { ParticipantRepository } from '../../storage/conversations/participant.repository.js'
import { Access } from '../access/access.js'
import { ConversationLocks } from '../access/conversation-locks.js'
import { LiveTurns } from '../live/live-turns.js'
import { RoomHolds } from '../rooms/room-holds.js'
import { RoomStates } from '../rooms/room-states.js'

/** The end of single conversations. Whoever ends some lets the log shed them afterwards, once. */
@Injectable()
export class Erasure {
  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly conversations: ConversationRepository,
    private readonly locks: ConversationLocks,
    private readonly turns: LiveTurns,
    private readonly images: ImageLibrary,
    private readonly participants: ParticipantRepository,
    private readonly states: RoomStates,
    private readonly holds: RoomHolds,
  ) {}

  /** Stops what runs first: no frame and no write comes after the erasure. */
  ofOwner(id: string, voterId: string): Promise<void> {
    return this.locks.run(id, async () => {
      await this.access.require(id, voterId, 'delete')
      const turn = this.turns.get(id)
      turn?.stop(this.clock.now())
      await turn?.closed
      await this.erase(id, voterId, () => this.conversations.erase(id))
    })
  }

  /** Of one whose last prompt is older than this; whatever somebody is doing with it is left alone. */
  ofOld(id: string, before: number): Promise<void> {
    return this.locks.run(id, async () => {
      const conversation = await this.conversations.find(id)
      if (!conversation || this.turns.get(id)) return
      await this.erase(id, conversation.ownerId, () => this.conversations.expire(id, before))
    })
  }

  private async erase(
    id: string,
    ownerId: string,
    erase: () => Promise<string[] | undefined>,
  ): Promise<void> {
    const others = await this.participants.all(id)
    const hashes = await erase()
    if (!hashes) return
    await this.images.discard(hashes)
    // All tabs of each, whatever they show: it leaves the owner's histories too.
    const people = new Set([ownerId, ...others.map((each) => each.voterId)])
    for (const person of people) this.states.gone(id, person)
    await this.holds.review(id)
  }
}
