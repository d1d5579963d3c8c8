import { Injectable } from '@nestjs/common'
import { Settings } from '../config/settings.js'
import { slicesOfVote } from '../domain/rating/slices.js'
import { CountedVotes } from '../domain/voting/counted-votes.js'
import { unratedReason } from '../domain/voting/rating-rules.js'
import { MetricsService } from '../metrics/metrics.service.js'
import { ConversationRepository } from '../storage/conversation.repository.js'
import type { AnswerRow, VoteRow } from '../storage/database.js'
import { KyselyDatabase } from '../storage/kysely-database.js'
import { PairCountRepository } from '../storage/pair-count.repository.js'
import { VoteRepository } from '../storage/vote.repository.js'
import { IdentityWatch } from './identity-watch.js'

type Verdict = Pick<VoteRow, 'rated' | 'unratedReason'> & { slices: string[] }

/** Makes a vote final and, where it is rated, counts it: both in one transaction. */
@Injectable()
export class VoteLedger {
  constructor(
    private readonly settings: Settings,
    private readonly database: KyselyDatabase,
    private readonly conversations: ConversationRepository,
    private readonly votes: VoteRepository,
    private readonly counts: PairCountRepository,
    private readonly counted: CountedVotes,
    private readonly metrics: MetricsService,
    private readonly identities: IdentityWatch,
  ) {}

  /** @returns the final vote; undefined where it is not this vote that stands now */
  async close(vote: VoteRow): Promise<VoteRow | undefined> {
    const { slices, ...verdict } = await this.judge(vote)
    const first = await this.database.write(async (trx) => {
      if (!(await this.votes.finalize(trx, vote, verdict))) return false
      for (const slice of slices) {
        await this.counts.add(trx, slice, vote.versionA, vote.versionB, vote.choice, 1)
      }
      return true
    })
    if (first) this.metrics.voteClosed(slices.length > 0)
    if (first && slices.length > 0) this.counted.counted(slices)
    if (first) return { ...vote, ...verdict, final: 1 }
    const standing = await this.votes.find(vote.scope, vote.voterId)
    return standing?.final === 1 ? standing : undefined
  }

  private async judge(vote: VoteRow): Promise<Verdict> {
    const conversation = await this.conversations.find(vote.conversationId)
    if (!conversation) return { rated: 0, unratedReason: null, slices: [] }
    const { sides, turns, answers } = await this.conversations.load(conversation)
    const read = answers.filter(({ turn }) => turn <= vote.turn)
    const demo = sides.map((side) => side.demo === 1)
    const reason = unratedReason({
      mode: conversation.mode,
      castAt: vote.castAt,
      answeredAt: vote.early
        ? begunAt(answers.filter((answer) => answer.turn === vote.turn))
        : (turns.find((turn) => turn.turn === vote.turn)?.doneAt ?? 0),
      early: vote.early === 1,
      earlyRated: this.settings.earlyVotesRated,
      minMs: this.settings.voteMinMs,
      versions: [vote.versionA, vote.versionB],
      demo: [demo[0] ?? false, demo[1] ?? false],
      identityLeaked:
        conversation.mode === 'battle' && this.identities.leaked(read.map(({ text }) => text)),
    })
    if (reason) return { rated: 0, unratedReason: reason, slices: [] }
    return {
      rated: 1,
      unratedReason: null,
      slices: slicesOfVote(demo[0] ? 'demo' : 'real'),
    }
  }
}

/** When the later side said its first word. */
const begunAt = (answers: readonly AnswerRow[]): number =>
  Math.max(0, ...answers.map((answer) => answer.firstTokenAt ?? 0))
