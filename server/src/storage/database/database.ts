import type { AnswerErrorCode } from '#shared/error-codes'
import type {
  AnswerStatus,
  ApiType,
  Choice,
  FinishReason,
  Mode,
  Reaction,
  Side,
  UnratedReason,
} from '#shared/vocabulary'
import type { AccessTables } from './access-rows.js'
import type { AdminTables } from './admin-tables.js'
import type {
  BattleRow,
  DrawRow,
  ExcludedVoterRow,
  PairCountRow,
  ScoreDayRow,
  SnapshotRow,
  VoteFileRow,
} from './board-tables.js'
import type { RoomTables } from './room-rows.js'
import type { SpendingTables } from './spending-row.js'

// One row type a table, the same on SQLite and Postgres: text ids made by the process, times as integer
// milliseconds, booleans as 0 or 1, JSON as text.
type Flag = 0 | 1

export interface ConversationRow {
  id: string
  ownerId: string
  mode: Mode
  title: string
  createdAt: number
  updatedAt: number
  /** Last frame number that was written down; see `LiveTurn`. */
  seq: number
  /** Chance with which this pair was drawn; null outside battles. */
  drawProbability: number | null
  parameters: string | null
  systemPrompt: string | null
  /** It stands on top of its owner's history. */
  pinned: Flag
}

export interface SideRow {
  conversationId: string
  side: Side
  versionId: string
}

export interface ModelVersionRow {
  id: string
  name: string
  /** Counts from 1 for each name. */
  version: number
  /** `imported`: only known from the votes of another arena. */
  provider: ApiType | 'imported'
  demo: Flag
  createdAt: number
  /** JSON list of request parameters that this model refused. */
  rejectedParameters: string
}

export interface TurnRow {
  conversationId: string
  turn: number
  text: string
  images: string
  createdAt: number
  /** When the last side had been shown to its end; null while any is on its way. */
  doneAt: number | null
}

export interface AnswerRow {
  conversationId: string
  turn: number
  side: Side
  versionId: string
  attempt: number
  /** How often this side of a battle was asked anew alone after it was stopped, since both were asked. */
  reasked: number
  status: AnswerStatus
  text: string
  reasoning: string
  finishReason: FinishReason | null
  errorCode: AnswerErrorCode | null
  startedAt: number | null
  firstTokenAt: number | null
  /** When the first of its text could be seen. */
  firstShownAt: number | null
  finishedAt: number | null
  inputTokens: number | null
  outputTokens: number | null
  reasoningTokens: number | null
}

export interface VoteRow {
  id: string
  conversationId: string
  turn: number
  voterId: string
  /** What one voter may vote on once: the conversation of a battle, a turn of a side-by-side. */
  scope: string
  choice: Choice
  castAt: number
  finalAt: number
  final: Flag
  /** Cast while a side was still answering, which stopped it. */
  early: Flag
  rated: Flag
  unratedReason: UnratedReason | null
  /** As of `Standing`: why it would not count all the same, where an admin took it off the boards. */
  ownReason: UnratedReason | null
  /** Final, but on no board before all others of the room have voted. */
  held: Flag
  /** The versions that were compared, kept when the conversation is deleted. */
  versionA: string
  versionB: string
  reasons: string | null
  comment: string | null
  /** Where it came from, as of `VisitorAddresses`: another key each day. Kept as long as a cap looks back. */
  addressKey: string | null
  /** What it was on, as a keyed hash that is equal for equal prompts of its voter; only where it could be rated, and as long as a cap looks back. */
  promptKey: string | null
}

export interface ReactionRow {
  conversationId: string
  turn: number
  voterId: string
  reaction: Reaction
  createdAt: number
}

export type ImageType = 'png' | 'jpeg'

/** A picture as it is kept: made anew from what was uploaded. */
export interface ImageRow {
  id: string
  /** Who uploaded it. */
  ownerId: string
  /** SHA-256 of the file in hex, which is its name too. */
  hash: string
  type: ImageType
  width: number
  height: number
  bytes: number
  createdAt: number
}

export interface ImageUseRow {
  imageId: string
  conversationId: string
}

/** First answers of commands, so that the same command id gets the same answer again. */
export interface CommandRow {
  voterId: string
  commandId: string
  event: string
  /** A hash of what was asked for; null in rows of before that was kept. */
  asked: string | null
  reply: string
  createdAt: number
}

/** As of `KyselyDatabase.ping`: nothing stays in it. */
export interface PulseRow {
  filler: string
}

export interface Database extends AccessTables, AdminTables, RoomTables, SpendingTables {
  conversations: ConversationRow
  sides: SideRow
  modelVersions: ModelVersionRow
  turns: TurnRow
  answers: AnswerRow
  votes: VoteRow
  reactions: ReactionRow
  battles: BattleRow
  pairCounts: PairCountRow
  scoreDays: ScoreDayRow
  draws: DrawRow
  excludedVoters: ExcludedVoterRow
  snapshots: SnapshotRow
  voteFiles: VoteFileRow
  images: ImageRow
  imageUses: ImageUseRow
  commands: CommandRow
  pulse: PulseRow
}
