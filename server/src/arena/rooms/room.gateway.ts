import { ConnectedSocket } from '@nestjs/websockets'
import type { Empty } from '#shared/protocol/common'
import type { ConversationClose, ConversationShare, ShareLink } from '#shared/protocol/room'
import { Gateway, On, Payload } from '../../realtime/gateway.decorator.js'
import type { ArenaSocket } from '../../realtime/realtime-server.js'
import { Voter } from '../../session/voter.decorator.js'
import { RoomService } from './room.service.js'
import { ShareAddress } from './share-address.js'

/** The client events by which an owner shares a conversation. */
@Gateway()
export class RoomGateway {
  constructor(
    private readonly rooms: RoomService,
    private readonly addresses: ShareAddress,
  ) {}

  @On('conversation:share')
  async share(
    @ConnectedSocket() socket: ArenaSocket,
    @Voter() voter: string,
    @Payload('conversation:share') input: ConversationShare,
  ): Promise<ShareLink> {
    const key = await this.rooms.share(voter, input)
    return { key, url: this.addresses.of(input.conversationId, key, socket.request) }
  }

  @On('conversation:unshare')
  async unshare(
    @Voter() voter: string,
    @Payload('conversation:unshare') input: ConversationShare,
  ): Promise<Empty> {
    await this.rooms.unshare(voter, input)
    return {}
  }

  @On('conversation:close')
  async close(
    @Voter() voter: string,
    @Payload('conversation:close') { conversationId }: ConversationClose,
  ): Promise<Empty> {
    await this.rooms.close(voter, conversationId)
    return {}
  }
}
