import { Injectable } from '@nestjs/common'
import { createHmac } from 'node:crypto'
import { Settings } from '../../config/settings.js'
import { dayOf } from '../../domain/day.js'
import type { CountChange } from '../../domain/rating/battle-sums.js'
import type { CountsChanged } from '../../domain/voting/counted-votes.js'
import { cappedBy, samePrompts } from '../../domain/voting/vote-caps.js'
import { isBroken } from '../../domain/voting/vote-rules.js'
import { standsBy, takenOff, type Standing } from '../../domain/voting/vote-standing.js'
import { unratedReason } from '../../domain/voting/rating-rules.js'
import { MetricsService } from '../../metrics/metrics.service.js'
import { BattleCounts } from '../../storage/boards/battle-counts.js'
import { BattleRepository } from '../../storage/boards/battle.repository.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import type { BattleRow } from '../../storage/database/board-tables.js'
import type { AnswerRow, TurnRow, VoteRow } from '../../storage/database/database.js'
import { ExclusionRepository } from '../../storage/votes/exclusion.repository.js'
import { KyselyDatabase, type Trx } from '../../storage/database/kysely-database.js'
import { ParticipantRepository } from '../../storage/conversations/participant.repository.js'
import { CountedVoteRepository } from '../../storage/votes/counted-vote.repository.js'
import { VoteRepository } from '../../storage/votes/vote.repository.js'
import { SessionService } from '../../session/session.service.js'
import { IdentityWatch } from './identity-watch.js'
import { BattleLabeller } from '../labelling/battle-labeller.js'
import { RoomHolds, type Settled } from '../rooms/room-holds.js'

interface Judged {
  verdict: Standing
  /** Only where the vote could be rated. */
  battle?: BattleRow
  /** The first is kept with the vote; the others find votes that were kept under a secret of before. */
  promptKeys?: string[]
}

interface Closed extends Settled {
  verdict: Standing
  changes: CountChange[]
}

/** A vote that is final now, and what it changed on the boards, if it did. */
export interface ClosedVote {
  vote: VoteRow
  changed?: CountsChanged
}

/** Makes a vote final and, where it is rated, counts it: both in one transaction. */
@Injectable()
export class VoteLedger {
  private readonly promptSecrets: readonly string[]

  constructor(
    private readonly settings: Settings,
    private readonly database: KyselyDatabase,
    private readonly conversations: ConversationRepository,
    private readonly votes: VoteRepository,
    private readonly battles: BattleRepository,
    private readonly counts: BattleCounts,
    private readonly exclusions: ExclusionRepository,
    private readonly labeller: BattleLabeller,
    private readonly metrics: MetricsService,
    private readonly identities: IdentityWatch,
    private readonly participants: ParticipantRepository,
    private readonly holds: RoomHolds,
    private readonly company: CountedVoteRepository,
    sessions: SessionService,
  ) {
    this.promptSecrets = sessions.derivedKeys('prompts of votes')
  }

  /**
   * Who keeps the boards hears of it from the caller, who tells the voter first.
   * @returns undefined where it is not this vote that stands now
   */
  async close(vote: VoteRow): Promise<ClosedVote | undefined> {
    const judged = await this.judge(vote)
    const closed = await this.database.write((trx) =>
      this.finish(trx, { ...vote, promptKey: judged.promptKeys?.[0] ?? null }, judged),
    )
    if (closed) {
      this.metrics.voteClosed(closed.verdict.rated === 1)
      this.holds.watch(vote)
      return {
        vote: { ...vote, ...closed.verdict, final: 1, held: closed.held },
        ...(closed.changes.length > 0 && {
          changed: { cells: closed.changes, voters: [vote.voterId, ...closed.voters] },
        }),
      }
    }
    const standing = await this.votes.find(vote.scope, vote.voterId)
    return standing?.final === 1 ? { vote: standing } : undefined
  }

  /** @returns undefined where another vote stands */
  private async finish(trx: Trx, vote: VoteRow, judged: Judged): Promise<Closed | undefined> {
    const { battle } = judged
    const verdict = battle
      ? await this.beside(trx, vote, battle, judged.promptKeys ?? [])
      : judged.verdict
    let settled: Settled | undefined
    // Also for a vote that is not rated: it may be the last that others waited for.
    const changes = await this.counts.changing(trx, [vote.scope], async () => {
      if (!(await this.votes.finalize(trx, vote, verdict))) return
      settled = await this.holds.settle(trx, vote)
    })
    return settled && { verdict, changes, ...settled }
  }

  /** How a vote stands that could be rated, beside the others of its voter and address. */
  private async beside(
    trx: Trx,
    vote: VoteRow,
    battle: BattleRow,
    promptKeys: readonly string[],
  ): Promise<Standing> {
    // All of it also for a voter who is excluded, since that can be undone.
    await this.battles.remember(trx, battle)
    const excluded = await this.exclusions.has(trx, vote.voterId)
    const caps = {
      perHour: this.settings.ratedVotesPerHour,
      perDay: this.settings.ratedVotesPerDay,
      perDayPerAddress: this.settings.ratedVotesPerDayPerAddress,
      gapMs: this.settings.ratedVoteGapMs,
      samePrompt: this.settings.ratedVotesPerPrompt,
    }
    const company = await this.company.of(trx, vote, promptKeys, caps.gapMs)
    const standing = standsBy(cappedBy(company, caps))
    return excluded ? takenOff(standing, 'voter_excluded') : standing
  }

  private async judge(vote: VoteRow): Promise<Judged> {
    const conversation = await this.conversations.find(vote.conversationId)
    if (!conversation) return { verdict: GONE }
    const record = await this.conversations.load(conversation)
    const demo = record.sides.map((side) => side.demo === 1)
    const read = record.answers.filter(({ turn }) => turn <= vote.turn)
    const reason = unratedReason({
      mode: conversation.mode,
      castAt: vote.castAt,
      answeredAt: vote.early
        ? begunAt(record.answers.filter((answer) => answer.turn === vote.turn))
        : (record.turns.find((turn) => turn.turn === vote.turn)?.doneAt ?? 0),
      early: vote.early === 1,
      earlyRated: this.settings.earlyVotesRated,
      broken: isBroken(read),
      minMs: this.settings.voteMinMs,
      shown: shownIn(record.answers.filter((answer) => answer.turn === vote.turn)),
      versions: [vote.versionA, vote.versionB],
      demo: [demo[0] ?? false, demo[1] ?? false],
      late: await this.participants.hasMissed(conversation.id, vote.voterId),
      identityLeaked:
        conversation.mode === 'battle' &&
        this.identities.leaked(
          read.map(({ text }) => text),
          record.sides,
        ),
    })
    if (reason) return { verdict: standsBy(reason) }
    return {
      verdict: standsBy(null),
      promptKeys: this.promptKeys(vote.voterId, record.turns.slice(0, vote.turn)),
      battle: {
        id: conversation.id,
        pool: demo[0] ? 'demo' : 'real',
        versionA: vote.versionA,
        versionB: vote.versionB,
        day: dayOf(vote.castAt),
        turn: vote.turn,
        corrected: 0,
        drawProbability: conversation.drawProbability,
        ...(await this.labeller.read(record, vote.turn)),
      },
    }
  }

  /** Tells only whether the prompts of one voter are the same, and nothing to whoever has the database alone. */
  private promptKeys(voterId: string, turns: readonly TurnRow[]): string[] {
    const said = `${voterId}\n${samePrompts(turns)}`
    return this.promptSecrets.map((secret) =>
      createHmac('sha256', secret).update(said).digest('base64url'),
    )
  }
}

const shownIn = (answers: readonly AnswerRow[]): number =>
  answers.reduce((sum, { text }) => sum + text.length, 0)

/** When the first word of the later side could be seen. */
const begunAt = (answers: readonly AnswerRow[]): number =>
  Math.max(0, ...answers.map((answer) => answer.firstShownAt ?? answer.firstTokenAt ?? 0))

/** Its conversation was deleted before it was counted. */
const GONE: Standing = { rated: 0, unratedReason: null, ownReason: null }
