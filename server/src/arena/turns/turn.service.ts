import { Injectable } from '@nestjs/common'
import type { Empty } from '#shared/protocol/common'
import type { TurnCommand } from '#shared/protocol/conversation'
import { AppError } from '../../domain/app-error.js'
import { isBlind } from '../../domain/conversation/blinding.js'
import { checkVision } from '../../domain/conversation/image-rules.js'
import { sidesToRetry } from '../../domain/conversation/retry-rules.js'
import { Clock } from '../../domain/ports.js'
import { AnswerRepository } from '../../storage/conversations/answer.repository.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import { KyselyDatabase } from '../../storage/database/kysely-database.js'
import { VoteRepository } from '../../storage/votes/vote.repository.js'
import { Access } from '../access/access.js'
import { CommandLog } from '../access/command-log.js'
import { ContestantsService } from '../models/contestants.js'
import { ConversationLocks } from '../access/conversation-locks.js'
import { LiveTurns } from '../live/live-turns.js'
import { RunningTurns } from './running-turns.js'
import { TurnLauncher } from './turn-launcher.js'
import { questionsOf } from './turn-request.js'

/** Stop and retry, of both sides or of one. */
@Injectable()
export class TurnService {
  constructor(
    private readonly clock: Clock,
    private readonly database: KyselyDatabase,
    private readonly conversations: ConversationRepository,
    private readonly answers: AnswerRepository,
    private readonly votes: VoteRepository,
    private readonly access: Access,
    private readonly commands: CommandLog,
    private readonly contestants: ContestantsService,
    private readonly locks: ConversationLocks,
    private readonly turns: LiveTurns,
    private readonly running: RunningTurns,
    private readonly launcher: TurnLauncher,
  ) {}

  /** Stops what runs; stopping what has ended already is no error. */
  stop(voterId: string, input: TurnCommand): Promise<Empty> {
    const { conversationId, side } = input
    // Once only: a repeat that comes late must not stop an answer that was asked for since.
    return this.commands.once({ event: 'turn:stop', voterId, asked: input }, async (record) => {
      const { id } = await this.access.require(conversationId, voterId, 'stop')
      this.turns.get(id)?.stop(this.clock.now(), side)
      await this.database.write((trx) => record(trx, {}))
      return {}
    })
  }

  retry(voterId: string, input: TurnCommand): Promise<Empty> {
    const command = { event: 'turn:retry' as const, voterId, asked: input }
    return this.commands.once(command, (record) =>
      this.locks.run(input.conversationId, async () => {
        const conversation = await this.access.require(input.conversationId, voterId, 'prompt')
        this.running.checkOpen()
        await this.running.checkIdle(conversation.id)
        const { sides, turns, answers } = await this.conversations.load(conversation)
        const turn = turns.length
        await this.refuseVoted(conversation.id, turn)
        const last = answers.filter((answer) => answer.turn === turn)
        const asked = sidesToRetry(last, input.side)
        const alone = isBlind(conversation.mode) && asked.length < last.length
        const seats = sides
          .filter(({ side }) => asked.includes(side))
          .map(({ side, versionId }) => ({ side, endpoint: this.contestants.current(versionId) }))
        if (turns.some(({ images }) => images !== '[]')) {
          const named = conversation.mode !== 'battle'
          // In a battle both must see, or the refusal of one side would tell which does not.
          const seeing = named
            ? seats.map(({ endpoint }) => endpoint)
            : sides.map(({ versionId }) => this.contestants.current(versionId))
          checkVision(seeing, named, true)
        }
        const told = { conversation, turns, answers }
        this.contestants.requireBudget(conversation.mode, questionsOf(told, turn, seats))
        this.contestants.requireRoom(seats)
        await this.running.within(voterId, async () => {
          await this.database.write(async (trx) => {
            for (const side of asked) {
              const key = { conversationId: conversation.id, turn, side }
              await this.answers.restart(trx, key, alone)
            }
            await record(trx, {})
          })
          return this.launcher.launch(conversation.id, turn, seats, false)
        })
        return {}
      }),
    )
  }

  /** Whoever of the room it was: the vote is on these answers. */
  private async refuseVoted(id: string, turn: number) {
    if (!(await this.votes.anyOn(id, turn))) return
    throw new AppError('already_voted', 'These answers have a vote, so they stay as they are.')
  }
}
