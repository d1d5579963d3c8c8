import {
  ConversationContinue,
  ConversationJoin,
  ConversationLeave,
  ConversationStart,
  TurnCommand,
} from './conversation.js'
import type {
  AnswerDelta,
  AnswerEnded,
  AnswerStarted,
  TurnDone,
  TurnQueued,
  TurnStarted,
} from './frames.js'
import type { ConversationChanged, ConversationRevealed, Joined } from './conversation.js'
import type { Ack, Empty } from './common.js'
import { Slice, type Board } from './leaderboard.js'
import { ConversationClose, ConversationShare, type ShareLink } from './room.js'
import { AnswerReact, VoteAnnotate, VoteCast, type VoteReply } from './vote.js'

/** Every client event: its schema. The server accepts these and acknowledges any other with `unknown_event`. */
export const CLIENT_EVENTS = {
  'conversation:start': ConversationStart,
  'conversation:continue': ConversationContinue,
  'conversation:join': ConversationJoin,
  'conversation:leave': ConversationLeave,
  'conversation:share': ConversationShare,
  'conversation:unshare': ConversationShare,
  'conversation:close': ConversationClose,
  'turn:stop': TurnCommand,
  'turn:retry': TurnCommand,
  'vote:cast': VoteCast,
  'vote:annotate': VoteAnnotate,
  'answer:react': AnswerReact,
  'leaderboard:watch': Slice,
  'leaderboard:unwatch': Slice,
} as const
export type ClientEvent = keyof typeof CLIENT_EVENTS

/** Every client event: what goes in, and what its acknowledgement brings. */
export interface ClientEventMap {
  'conversation:start': [ConversationStart, { conversationId: string; turn: number }]
  'conversation:continue': [ConversationContinue, { turn: number }]
  'conversation:join': [ConversationJoin, Joined]
  'conversation:leave': [ConversationLeave, Empty]
  'conversation:share': [ConversationShare, ShareLink]
  'conversation:unshare': [ConversationShare, Empty]
  'conversation:close': [ConversationClose, Empty]
  'turn:stop': [TurnCommand, Empty]
  'turn:retry': [TurnCommand, Empty]
  'vote:cast': [VoteCast, VoteReply]
  'vote:annotate': [VoteAnnotate, Empty]
  'answer:react': [AnswerReact, Empty]
  'leaderboard:watch': [Slice, Board]
  'leaderboard:unwatch': [Slice, Empty]
}

export type ClientToServerEvents = {
  [E in ClientEvent]: (
    payload: ClientEventMap[E][0],
    ack: (reply: Ack<ClientEventMap[E][1]>) => void,
  ) => void
}

/** What the room of a conversation hears, in the order of `seq`. */
export interface RoomFrames {
  'turn:started': TurnStarted
  'turn:queued': TurnQueued
  'turn:done': TurnDone
  'answer:started': AnswerStarted
  'answer:delta': AnswerDelta
  'answer:done': AnswerEnded
  'answer:failed': AnswerEnded
}
export type RoomFrame = keyof RoomFrames

export type ServerEventMap = RoomFrames & {
  'conversation:changed': ConversationChanged
  'conversation:revealed': ConversationRevealed
  'leaderboard:updated': Board
}

export type ServerToClientEvents = {
  [E in keyof ServerEventMap]: (payload: ServerEventMap[E]) => void
}
