import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common'
import type { ConversationChanged } from '#shared/protocol/conversation'
import type { ShareKind } from '#shared/vocabulary'
import { roleOf } from '../../domain/conversation/access-rules.js'
import { Clock } from '../../domain/ports.js'
import { RealtimeServer } from '../../realtime/realtime-server.js'
import { conversationOf, conversationRoom, voterRoom } from '../../realtime/rooms.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import type { ConversationRow } from '../../storage/database/database.js'
import type { ParticipantRow } from '../../storage/database/room-rows.js'
import {
  isShareKind,
  ParticipantRepository,
} from '../../storage/conversations/participant.repository.js'
import { VoteRepository } from '../../storage/votes/vote.repository.js'
import { LiveTurns } from '../live/live-turns.js'
import { mayVoteNow, tallyFor, votedFor } from './viewer-state.js'

/** A burst of comings, goings and votes is told once, in milliseconds. */
const TELL_MS = 250

type RoomState = 'votable' | 'tally' | 'voted' | 'role' | 'held'

/** Tells everybody in a room who is here and, after their own vote, how the room has voted. */
@Injectable()
export class RoomStates implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Rooms')
  private readonly due = new Map<string, () => void>()
  private forgetRooms: () => void = () => undefined
  /** How many people were told of last; a room that one person has alone has never been told. */
  private readonly told = new Map<string, number>()

  constructor(
    private readonly clock: Clock,
    private readonly realtime: RealtimeServer,
    private readonly conversations: ConversationRepository,
    private readonly participants: ParticipantRepository,
    private readonly votes: VoteRepository,
    private readonly turns: LiveTurns,
  ) {}

  onModuleInit(): void {
    this.forgetRooms = this.realtime.onRoomChange((room) => this.noticed(room))
  }

  onModuleDestroy(): void {
    this.forgetRooms()
    for (const cancel of this.due.values()) cancel()
    this.due.clear()
  }

  /** How many people have the page of a conversation open. */
  presence(conversationId: string): number {
    return this.people(conversationId).size
  }

  /** Everybody in the room is told soon. */
  changed(conversationId: string): void {
    if (this.due.has(conversationId)) return
    const cancel = this.clock.after(TELL_MS, () => {
      this.due.delete(conversationId)
      this.tell(conversationId).catch((error: unknown) =>
        this.logger.error(error, { conversationId }),
      )
    })
    this.due.set(conversationId, cancel)
  }

  /** For this person the conversation is no longer there. */
  gone(conversationId: string, voterId: string): void {
    this.realtime.remove(conversationRoom(conversationId), voterId)
    this.realtime.emit(voterRoom(voterId), 'conversation:changed', {
      conversationId,
      votable: false,
      presence: 0,
    })
  }

  private people(conversationId: string): Set<string> {
    const members = this.realtime.members(conversationRoom(conversationId))
    return new Set(members.map(({ voterId }) => voterId))
  }

  private noticed(room: string): void {
    const id = conversationOf(room)
    if (id === undefined) return
    const count = this.presence(id)
    if (count === 0) this.told.delete(id)
    else if (count !== (this.told.get(id) ?? 1)) this.changed(id)
  }

  private async tell(id: string): Promise<void> {
    const conversation = await this.conversations.find(id)
    if (!conversation) return
    const stateOf = await this.states(conversation)
    const presence = this.presence(id)
    if (presence > 0) this.told.set(id, presence)
    for (const { socketId, voterId } of this.realtime.members(conversationRoom(id))) {
      const state = { conversationId: id, presence, ...stateOf(voterId) }
      this.realtime.emit(socketId, 'conversation:changed', state)
    }
  }

  private async states(conversation: ConversationRow) {
    const { id, mode } = conversation
    const { turns, answers } = await this.conversations.load(conversation)
    const last = turns.at(-1)?.turn
    const judged = answers.filter(({ turn }) => turn === last)
    const running = this.turns.get(id)?.running ?? false
    const onBattle = await this.votes.onBattle(id)
    const participants = await this.participants.all(id)
    return (voterId: string): Pick<ConversationChanged, RoomState> => {
      const role = roleOf(conversation, voterId, cameBy(participants, voterId))
      const vote = onBattle.find((each) => each.voterId === voterId)
      const tally = tallyFor(vote, onBattle)
      const voted = votedFor(role, vote, onBattle)
      return {
        votable: mayVoteNow({ role, mode, running, vote, answers: judged }),
        ...(tally && { tally }),
        ...(voted && { voted }),
        ...(vote?.final === 1 && { held: vote.held === 1 }),
        ...(role !== 'stranger' && { role }),
      }
    }
  }
}

const cameBy = (participants: readonly ParticipantRow[], voterId: string): ShareKind[] =>
  participants
    .filter((each) => each.voterId === voterId)
    .map(({ kind }) => kind)
    .filter(isShareKind)
