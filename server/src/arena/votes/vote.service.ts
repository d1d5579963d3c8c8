import { Injectable } from '@nestjs/common'
import type { Empty } from '#shared/protocol/common'
import type { AnswerReact, VoteAnnotate, VoteCast, VoteReply } from '#shared/protocol/vote'
import type { Choice } from '#shared/vocabulary'
import { reasonsFor, type VoteReasons } from '#shared/vote-reasons'
import { Settings } from '../../config/settings.js'
import { AppError } from '../../domain/app-error.js'
import { Clock, IdSource } from '../../domain/ports.js'
import {
  isCutShort,
  isVotable,
  judgeCast,
  voteScope,
  type StandingVote,
} from '../../domain/voting/vote-rules.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import type { AnswerRow, ConversationRow, VoteRow } from '../../storage/database/database.js'
import { KyselyDatabase, type Trx } from '../../storage/database/kysely-database.js'
import { ReactionRepository } from '../../storage/conversations/reaction.repository.js'
import { VoteRepository } from '../../storage/votes/vote.repository.js'
import { Access } from '../access/access.js'
import { CommandLog, type NoteReply } from '../access/command-log.js'
import { ConversationLocks } from '../access/conversation-locks.js'
import { EarlyVotes, notVotable } from './early-votes.js'
import { VoteFinalizer } from './vote-finalizer.js'
import { presentVote } from './vote.presenter.js'

interface Ballot {
  /** Of sides a and b in the voted turn. */
  voted: [AnswerRow, AnswerRow]
  /** All that was read before the vote. */
  read: AnswerRow[]
}

/** A person's judgement: the vote, its reasons, and the reaction to a direct answer. */
@Injectable()
export class VoteService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: IdSource,
    private readonly settings: Settings,
    private readonly database: KyselyDatabase,
    private readonly conversations: ConversationRepository,
    private readonly votes: VoteRepository,
    private readonly reactions: ReactionRepository,
    private readonly access: Access,
    private readonly commands: CommandLog,
    private readonly locks: ConversationLocks,
    private readonly early: EarlyVotes,
    private readonly finalizer: VoteFinalizer,
  ) {}

  /** @param from its address as of `VisitorAddresses` */
  cast(voterId: string, from: string | undefined, input: VoteCast): Promise<VoteReply> {
    const command = { event: 'vote:cast' as const, voterId, asked: input }
    return this.commands.once(command, (record) =>
      this.locks.run(input.conversationId, async () => {
        const allowed = await this.access.enter(input.conversationId, voterId, 'vote')
        const { conversation } = allowed
        const stops = await this.early.stopFor(allowed, input.turn)
        const { voted, read } = await this.requireVotable(conversation, input.turn)
        const [a, b] = voted
        const early = stops || isCutShort(conversation.mode, read)
        const scope = voteScope(conversation.mode, conversation.id, input.turn)
        const standing = await this.votes.find(scope, voterId)
        const now = this.clock.now()
        const judged = judgeCast(standing && standingVote(standing, now), input)
        if (standing && judged === 'repeat') {
          await this.database.write((trx) => this.note(trx, standing, record))
          return this.reply(standing)
        }
        const vote: VoteRow = {
          id: standing?.id ?? this.ids.next(),
          conversationId: conversation.id,
          voterId,
          scope,
          turn: input.turn,
          choice: input.choice,
          castAt: now,
          finalAt: now + this.settings.voteGraceMs,
          final: 0,
          early: early || standing?.early === 1 ? 1 : 0,
          rated: 0,
          held: 0,
          unratedReason: null,
          ownReason: null,
          versionA: a.versionId,
          versionB: b.versionId,
          reasons: null,
          comment: null,
          addressKey: from ?? null,
          promptKey: null,
        }
        const stored = await this.database.write(async (trx) => {
          const stands = await this.votes.put(trx, vote)
          judgeCast(standingVote(stands, now), input)
          await this.note(trx, stands, record)
          return stands
        })
        return this.reply(stored)
      }),
    )
  }

  /** Without a grace the vote cannot change, so that the same command finds the same vote again. */
  private async note(trx: Trx, vote: VoteRow, record: NoteReply<VoteReply>): Promise<void> {
    if (this.settings.voteGraceMs > 0) await record(trx, { vote: presentVote(vote) })
  }

  /** Without a grace the vote is final at once, and the reply brings the reveal. */
  private async reply(vote: VoteRow): Promise<VoteReply> {
    if (vote.final === 0 && this.settings.voteGraceMs > 0) this.finalizer.schedule(vote.finalAt)
    if (this.settings.voteGraceMs > 0) return { vote: presentVote(vote) }
    return this.finalizer.finalizeNow(vote)
  }

  async annotate(voterId: string, input: VoteAnnotate): Promise<Empty> {
    const { id, mode } = await this.access.require(input.conversationId, voterId, 'vote')
    const vote = await this.votes.find(voteScope(mode, id, input.turn), voterId)
    if (vote?.turn !== input.turn) {
      throw new AppError('not_found', 'There is no vote of yours here to say more about.')
    }
    const noted = await this.votes.annotate(vote, {
      reasons: input.reasons ? this.storedReasons(vote.choice, input.reasons) : vote.reasons,
      comment: input.comment === undefined ? vote.comment : input.comment.trim() || null,
    })
    if (!noted) throw new AppError('not_found', 'Your vote has changed since.')
    return {}
  }

  async react(voterId: string, { conversationId, turn, reaction }: AnswerReact): Promise<Empty> {
    const conversation = await this.access.require(conversationId, voterId, 'react')
    if (conversation.mode !== 'direct') {
      throw new AppError('invalid_payload', 'reaction: only an answer of a direct chat takes one')
    }
    await this.requireAnswered(conversation, turn)
    const createdAt = this.clock.now()
    await this.reactions.put({ conversationId, turn, voterId, reaction, createdAt })
    return {}
  }

  /** @throws AppError `invalid_payload` for a reason that is not offered for this choice */
  private storedReasons(choice: Choice, given: VoteReasons): string | null {
    const { voteReasons: better, voteFaults: faults } = this.settings
    const offered = reasonsFor(choice, { better, faults })
    const kept: VoteReasons = {}
    for (const side of ['a', 'b'] as const) {
      const reasons = [...new Set(given[side])]
      if (!reasons.every((reason) => offered[side]?.includes(reason))) {
        throw new AppError('invalid_payload', `reasons.${side}: not offered for this vote`)
      }
      if (reasons.length > 0) kept[side] = reasons
    }
    return Object.keys(kept).length > 0 ? JSON.stringify(kept) : null
  }

  /** @throws AppError `not_votable` */
  private async requireVotable(conversation: ConversationRow, turn: number): Promise<Ballot> {
    const { turns, answers } = await this.conversations.load(conversation)
    const judged = answers.filter((answer) => answer.turn === turn)
    const newest = conversation.mode !== 'battle' || turn === turns.length
    const [a, b] = judged
    if (a && b && newest && isVotable(conversation.mode, judged)) {
      return { voted: [a, b], read: answers.filter((answer) => answer.turn <= turn) }
    }
    throw notVotable()
  }

  private async requireAnswered(conversation: ConversationRow, turn: number): Promise<void> {
    const { answers } = await this.conversations.load(conversation)
    if (answers.some((answer) => answer.turn === turn && answer.text !== '')) return
    throw new AppError('not_found', 'There is no such answer in this conversation.')
  }
}

/** A vote whose grace is over is final, even in the moment before it is counted. */
const standingVote = ({ turn, choice, final, finalAt }: VoteRow, now: number): StandingVote => ({
  turn,
  choice,
  final: final === 1 || finalAt <= now,
})
