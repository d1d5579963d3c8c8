import { ConnectedSocket } from '@nestjs/websockets'
import type { Empty } from '#shared/protocol/common'
import type {
  ConversationContinue,
  ConversationJoin,
  ConversationLeave,
  ConversationStart,
  Joined,
  TurnCommand,
} from '#shared/protocol/conversation'
import type { AnswerReact, VoteAnnotate, VoteCast, VoteReply } from '#shared/protocol/vote'
import { Consented } from '../gate/consent.guard.js'
import { Gateway, On, Payload } from '../realtime/gateway.decorator.js'
import type { ArenaSocket } from '../realtime/realtime-server.js'
import { conversationRoom } from '../realtime/rooms.js'
import { Limited } from '../session/limited.decorator.js'
import type { Visitor } from '../limits/rate-limits.js'
import { From } from '../session/visitor.decorator.js'
import { Voter } from '../session/voter.decorator.js'
import { ConversationService } from './conversations/conversation.service.js'
import { RoomService } from './rooms/room.service.js'
import { SnapshotService } from './conversations/snapshot.service.js'
import { TurnService } from './turns/turn.service.js'
import { VoteService } from './votes/vote.service.js'

/** The client events of the arena. */
@Gateway()
export class ArenaGateway {
  constructor(
    private readonly conversations: ConversationService,
    private readonly snapshots: SnapshotService,
    private readonly turns: TurnService,
    private readonly votes: VoteService,
    private readonly rooms: RoomService,
  ) {}

  @On('conversation:start')
  @Consented()
  @Limited('prompts')
  async start(
    @ConnectedSocket() socket: ArenaSocket,
    @Voter() voter: string,
    @Payload('conversation:start') input: ConversationStart,
  ) {
    const started = await this.conversations.start(voter, input)
    await socket.join(conversationRoom(started.conversationId))
    return started
  }

  @On('conversation:continue')
  @Consented()
  @Limited('prompts')
  continue(
    @Voter() voter: string,
    @Payload('conversation:continue') input: ConversationContinue,
  ): Promise<{ turn: number }> {
    return this.conversations.continue(voter, input)
  }

  @On('conversation:join')
  @Limited('joins')
  async join(
    @ConnectedSocket() socket: ArenaSocket,
    @Voter() voter: string,
    @Payload('conversation:join') { conversationId, key }: ConversationJoin,
  ): Promise<Joined> {
    if (key !== undefined) await this.rooms.enter(conversationId, voter, key)
    return this.snapshots.take(conversationId, voter, () => {
      void socket.join(conversationRoom(conversationId))
    })
  }

  @On('conversation:leave')
  async leave(
    @ConnectedSocket() socket: ArenaSocket,
    @Payload('conversation:leave') { conversationId }: ConversationLeave,
  ): Promise<Empty> {
    await socket.leave(conversationRoom(conversationId))
    return {}
  }

  @On('turn:stop')
  stop(@Voter() voter: string, @Payload('turn:stop') input: TurnCommand): Promise<Empty> {
    return this.turns.stop(voter, input)
  }

  @On('turn:retry')
  @Consented()
  @Limited('prompts')
  retry(@Voter() voter: string, @Payload('turn:retry') input: TurnCommand): Promise<Empty> {
    return this.turns.retry(voter, input)
  }

  @On('vote:cast')
  @Consented()
  @Limited('votes')
  cast(
    @Voter() voter: string,
    @From() from: Visitor,
    @Payload('vote:cast') input: VoteCast,
  ): Promise<VoteReply> {
    return this.votes.cast(voter, from.address, input)
  }

  @On('vote:annotate')
  @Consented()
  @Limited('votes')
  annotate(@Voter() voter: string, @Payload('vote:annotate') input: VoteAnnotate): Promise<Empty> {
    return this.votes.annotate(voter, input)
  }

  @On('answer:react')
  @Consented()
  @Limited('votes')
  react(@Voter() voter: string, @Payload('answer:react') input: AnswerReact): Promise<Empty> {
    return this.votes.react(voter, input)
  }
}
