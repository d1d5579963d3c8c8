import { Injectable } from '@nestjs/common'
import { isLost, isTerminal } from '#shared/vocabulary'
import { AppError } from '../../domain/app-error.js'
import { mayDo } from '../../domain/conversation/access-rules.js'
import { Clock } from '../../domain/ports.js'
import { isVotableEarly } from '../../domain/voting/vote-rules.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import type { Allowed } from '../access/access.js'
import { LiveTurns } from '../live/live-turns.js'

/** A vote that does not wait for the end of the answers stops them. */
@Injectable()
export class EarlyVotes {
  constructor(
    private readonly clock: Clock,
    private readonly conversations: ConversationRepository,
    private readonly turns: LiveTurns,
  ) {}

  /**
   * Stops what a turn still has on its way, once all sides have shown something, and waits until that is
   * written down. What was shown is what counts, whatever has come in behind the pace.
   * @returns whether the vote is early
   * @throws AppError `vote_waits` where a side has shown nothing yet or has failed unseen, which look the same,
   * and for whoever may stop nothing here; `not_votable` where waiting would not help
   */
  async stopFor({ conversation, role }: Allowed, turn: number): Promise<boolean> {
    const live = this.turns.get(conversation.id)
    if (live?.turn !== turn || !live.running) return false
    const { answers } = await this.conversations.load(conversation)
    const shown = answers.filter((answer) => answer.turn === turn).map((row) => live.overlay(row))
    // A side may have failed where the pace does not tell it yet: then the other one is not to be stopped.
    const broken = live.sides.some(({ ending }) => ending?.errorCode !== undefined)
    if (conversation.mode === 'direct' || shown.some(({ status }) => isLost(status))) {
      throw notVotable()
    }
    const stops = mayDo(role, 'stop') && !broken && isVotableEarly(conversation.mode, shown)
    if (!stops) throw voteWaits()
    live.stop(this.clock.now())
    await live.closed
    return shown.some(({ status }) => !isTerminal(status))
  }
}

export const notVotable = (): AppError =>
  new AppError(
    'not_votable',
    'These answers cannot be voted on yet: both sides must have something to read for the latest prompt.',
  )

const voteWaits = (): AppError =>
  new AppError(
    'vote_waits',
    'These answers cannot be voted on before their end. Nothing is lost; vote when both have ended.',
  )
