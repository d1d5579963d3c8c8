import { Injectable } from '@nestjs/common'
import type { ConversationContinue, ConversationStart } from '#shared/protocol/conversation'
import { AppError } from '../../domain/app-error.js'
import { checkImages, checkVision } from '../../domain/conversation/image-rules.js'
import { checkPrompt, checkTurn, checkWhole } from '../../domain/conversation/prompt-rules.js'
import { checkStart } from '../../domain/conversation/start-rules.js'
import { dayOf } from '../../domain/day.js'
import { Clock, IdSource } from '../../domain/ports.js'
import type { Pool } from '../../domain/rating/slices.js'
import { Moderation } from '../../moderation/moderation.service.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import type { AnswerRow, ConversationRow, TurnRow } from '../../storage/database/database.js'
import { DrawRepository } from '../../storage/boards/draw.repository.js'
import { ImageRepository } from '../../storage/conversations/image.repository.js'
import { KyselyDatabase, type Trx } from '../../storage/database/kysely-database.js'
import { VoteRepository } from '../../storage/votes/vote.repository.js'
import { Access } from '../access/access.js'
import { CommandLog } from '../access/command-log.js'
import { ContestantsService, type Contestants } from '../models/contestants.js'
import { ConversationLocks } from '../access/conversation-locks.js'
import { ModelVersions } from '../models/model-versions.js'
import { RunningTurns } from '../turns/running-turns.js'
import { TurnLauncher } from '../turns/turn-launcher.js'
import { questionsOf, turnRequest } from '../turns/turn-request.js'
import { answerRows, conversationRow, turnRow } from './new-rows.js'

/** Prompts: the first one of a conversation, and those that follow. */
@Injectable()
export class ConversationService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: IdSource,
    private readonly database: KyselyDatabase,
    private readonly conversations: ConversationRepository,
    private readonly draws: DrawRepository,
    private readonly images: ImageRepository,
    private readonly votes: VoteRepository,
    private readonly access: Access,
    private readonly commands: CommandLog,
    private readonly contestants: ContestantsService,
    private readonly versions: ModelVersions,
    private readonly locks: ConversationLocks,
    private readonly running: RunningTurns,
    private readonly launcher: TurnLauncher,
    private readonly moderation: Moderation,
  ) {}

  start(
    voterId: string,
    input: ConversationStart,
  ): Promise<{ conversationId: string; turn: number }> {
    checkStart(input)
    checkPrompt(input.mode, input.text)
    const imageIds = unique(input.imageIds)
    const command = { event: 'conversation:start' as const, voterId, asked: input }
    return this.commands.once(command, async (record) => {
      this.running.checkOpen()
      await this.moderation.check([input.systemPrompt, input.text], imageIds)
      await this.versions.settled()
      const now = this.clock.now()
      const begun = conversationRow({ id: this.ids.next(), ownerId: voterId, now }, input)
      const first = turnRow(begun.id, 1, input.text, imageIds, now)
      const told = { conversation: begun, turns: [first], answers: [] }
      const { sides, drawProbability } = this.contestants.choose(input.mode, input.models ?? [], {
        pictures: imageIds.length > 0,
        to: (model) => turnRequest(told, 1, 'a', 1, model),
      })
      this.contestants.requireBudget(input.mode, questionsOf(told, 1, sides))
      this.contestants.requireRoom(sides)
      const conversation = { ...begun, drawProbability }
      const reply = { conversationId: conversation.id, turn: 1 }
      const seats = sides.map(({ side, endpoint }) => ({ side, versionId: endpoint.versionId }))
      const answers = answerRows(first, sides)
      await this.running.within(voterId, async () => {
        await this.database.write(async (trx) => {
          await this.conversations.insert(trx, conversation, seats)
          if (drawProbability !== null) {
            await this.draws.add(
              trx,
              poolOf(sides),
              dayOf(conversation.createdAt),
              versionsOf(seats),
            )
          }
          await this.insertTurn(trx, conversation, { turn: first, answers }, imageIds)
          await record(trx, reply)
        })
        return this.launcher.begin({ conversation, turns: [first], answers }, 1, sides, true)
      })
      return reply
    })
  }

  continue(voterId: string, input: ConversationContinue): Promise<{ turn: number }> {
    const imageIds = unique(input.imageIds)
    const command = { event: 'conversation:continue' as const, voterId, asked: input }
    return this.commands.once(command, (record) =>
      this.locks.run(input.conversationId, async () => {
        const conversation = await this.access.require(input.conversationId, voterId, 'prompt')
        checkPrompt(conversation.mode, input.text)
        this.running.checkOpen()
        await this.running.checkIdle(conversation.id)
        await this.refuseVoted(conversation, voterId)
        const { sides, turns, answers } = await this.conversations.load(conversation)
        checkWhole(
          conversation.mode,
          answers.filter((answer) => answer.turn === turns.length),
        )
        const turn = turns.length + 1
        checkTurn(turn)
        const next = turnRow(conversation.id, turn, input.text, imageIds, this.clock.now())
        const seats = sides.map(({ side, versionId }) => ({
          side,
          endpoint: this.contestants.current(versionId),
        }))
        const shown = turns.flatMap((each) => JSON.parse(each.images) as string[])
        checkImages(shown.length, imageIds.length)
        if (shown.length + imageIds.length > 0) {
          const models = seats.map(({ endpoint }) => endpoint)
          checkVision(models, conversation.mode !== 'battle', shown.length > 0)
        }
        const told = { conversation, turns: [...turns, next], answers }
        this.contestants.requireBudget(conversation.mode, questionsOf(told, turn, seats))
        this.contestants.requireRoom(seats)
        const said = [conversation.systemPrompt ?? '', ...turns.map(({ text }) => text)]
        await this.moderation.check([...said, input.text], imageIds)
        await this.running.within(voterId, async () => {
          await this.database.write(async (trx) => {
            const unanswered = answerRows(next, seats)
            await this.insertTurn(trx, conversation, { turn: next, answers: unanswered }, imageIds)
            await record(trx, { turn })
          })
          return this.launcher.launch(conversation.id, turn, seats, true)
        })
        return { turn }
      }),
    )
  }

  private async insertTurn(
    trx: Trx,
    { id, ownerId }: ConversationRow,
    { turn, answers }: { turn: TurnRow; answers: readonly AnswerRow[] },
    imageIds: readonly string[],
  ): Promise<void> {
    await this.conversations.insertTurn(trx, turn, answers)
    const found = await this.images.use(trx, id, ownerId, imageIds)
    if (found === imageIds.length) return
    throw new AppError(
      'image_missing',
      'A picture was not sent within an hour of its upload and is gone. Add it again; your text is kept.',
    )
  }

  /** Who has judged a battle may know the names soon, and a prompt could then steer the next answer. */
  private async refuseVoted({ id, mode }: ConversationRow, voterId: string): Promise<void> {
    if (mode !== 'battle' || !(await this.votes.find(id, voterId))) return
    throw new AppError(
      'conversation_closed',
      'You have voted on this battle, so it is over. Start a new round to go on.',
    )
  }
}

/** A battle is between demo models or between others, never mixed. */
const poolOf = (sides: Contestants['sides']): Pool =>
  sides.some(({ endpoint }) => endpoint.demo) ? 'demo' : 'real'

const versionsOf = (seats: readonly { versionId: string }[]): string[] =>
  seats.map(({ versionId }) => versionId)

const unique = (ids: readonly string[] = []): string[] => [...new Set(ids)]
