import { expect, it } from 'vitest'
import { AnswerFlusher } from '#server/arena/live/answer-flusher'
import type { AnswerRestarts } from '#server/arena/live/answer-restarts'
import { Attempts } from '#server/arena/live/attempts'
import { LiveSide } from '#server/arena/live/live-side'
import { LiveTurn } from '#server/arena/live/live-turn'
import { LiveTurns } from '#server/arena/live/live-turns'
import { Patience } from '#server/arena/live/patience'
import { RoomOutput } from '#server/arena/live/room-output'
import { Seating } from '#server/arena/live/seating'
import type { Substitutes } from '#server/arena/live/substitutes'
import { TurnRunner } from '#server/arena/live/turn-runner'
import { parseSettings } from '#server/config/parse-settings'
import { CryptoRandom, SystemClock } from '#server/config/system-clock'
import type { AnswerEvent } from '#server/domain/conversation/answer-event'
import { makePace } from '#server/domain/pacing/pace'
import { MetricsService } from '#server/metrics/metrics.service'
import type { ProviderService } from '#server/provider/provider.service'
import { ProviderSlots } from '#server/provider/provider-slots'
import type { AnswerWrite } from '#server/storage/conversations/answer-write'
import { AnswerRepository } from '#server/storage/conversations/answer.repository'
import { ConversationRepository } from '#server/storage/conversations/conversation.repository'
import { ModelVersionRepository } from '#server/storage/boards/model-version.repository'
import { aRequest } from '../support/answer-requests.js'
import { newDatabase } from '../support/databases.js'
import { aConversation, aTurn, anAnswer } from '../support/factories.js'
import { percentile } from '../support/percentile.js'
import { report } from './support/report.js'

// 60 battles of two streams at 50 tokens a second; each token carries the time of its birth.
const BATTLES = 60
const TOKENS = 150
const TOKEN_MS = 20
const FSYNC_MS = 10
const SEATS = [{ side: 'a' as const, versionId: 'version-1' }]

/** A disk whose every commit keeps the thread for so long, as a synchronous fsync does. */
class SlowDisk extends AnswerRepository {
  fsyncMs = 0
  commits = 0
  override async flush(writes: readonly AnswerWrite[]): Promise<void> {
    await super.flush(writes)
    if (writes.length === 0) return
    this.commits += 1
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, this.fsyncMs)
  }
}

async function* tokens(): AsyncIterable<AnswerEvent> {
  const begin = performance.now()
  for (let index = 0; index < TOKENS; index += 1) {
    const wait = begin + index * TOKEN_MS - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    yield { type: 'text', text: `${performance.now().toFixed(3)} ` }
  }
  yield { type: 'finish', reason: 'stop' }
}

class Delays extends RoomOutput {
  readonly values: number[] = []
  frame(event: string, frame: object): void {
    if (event !== 'answer:delta') return
    const now = performance.now()
    for (const born of (frame as { text: string }).text.trim().split(' ')) {
      this.values.push(now - Number(born))
    }
  }
}

async function measure(fsyncMs: number) {
  const database = await newDatabase('sqlite')
  await new ModelVersionRepository(database).remember(
    [{ id: 'version-1', name: 'one', provider: 'demo', demo: 1 }],
    0,
  )
  const conversations = new ConversationRepository(database)
  const clock = new SystemClock()
  const settings = parseSettings({ LOG_LEVEL: 'silent' }, {}, '/')
  const metrics = new MetricsService()
  const turns = new LiveTurns(clock, settings, metrics)
  const disk = new SlowDisk(database)
  disk.fsyncMs = fsyncMs
  const flusher = new AnswerFlusher(clock, settings, turns, disk)
  const providers: Pick<ProviderService, 'answer'> = {
    answer: async (_request, _signal, _asker, hear) => {
      for await (const event of tokens()) hear(event)
    },
  }
  const attempts = new Attempts(
    clock,
    new CryptoRandom(),
    providers as ProviderService,
    {} as Substitutes,
    {} as AnswerRestarts,
    metrics,
  )
  const runner = new TurnRunner(
    clock,
    new ProviderSlots(settings, clock, metrics),
    attempts,
    turns,
    flusher,
    disk,
    metrics,
    new Patience(clock),
  )
  const delays = new Delays()

  const runs = Array.from({ length: BATTLES }, async (_, index) => {
    const conversationId = `c${index}`
    const answers = (['a', 'b'] as const).map((side) => anAnswer({ conversationId, side }))
    await database.write(async (trx) => {
      await conversations.insert(trx, aConversation({ id: conversationId }), SEATS)
      await conversations.insertTurn(trx, aTurn({ conversationId }), answers)
    })
    const sides = [new LiveSide('a', 1, true), new LiveSide('b', 1, true)]
    const pace = makePace('off')
    const turn = new LiveTurn(
      { conversationId, turn: 1, begunAt: 0, blind: true, sides, pace, paceAlone: pace, seq: 0 },
      delays,
    )
    turns.add(turn)
    flusher.wake()
    const { endpoint } = aRequest({ provider: 'demo' })
    const seats = sides.map(({ side }) => ({ side, endpoint }))
    await runner.run(
      turn,
      sides.map((live) => ({ live, endpoint, question: () => aRequest() })),
      { mode: 'battle', voterId: 'v', seating: new Seating(seats, 1), replaceable: false },
    )
  })
  await Promise.all(runs)
  await database.close()
  expect(delays.values).toHaveLength(BATTLES * 2 * TOKENS)
  return { delays: delays.values, commits: disk.commits }
}

it('tokens do not wait for the disk', async () => {
  const fast = await measure(0)
  const slow = await measure(FSYNC_MS)
  const row = (disk: string, { delays, commits }: typeof fast) => ({
    disk,
    tokens: delays.length,
    commits,
    'p50 ms': percentile(delays, 0.5),
    'p99 ms': percentile(delays, 0.99),
    'p99 ratio': percentile(delays, 0.99) / percentile(fast.delays, 0.99),
  })
  // Not even close to a commit a token, which this disk could not keep up with at all.
  expect(percentile(slow.delays, 0.99)).toBeLessThan(3 * percentile(fast.delays, 0.99))
  report('flush', [row('no fsync', fast), row(`fsync ${FSYNC_MS} ms`, slow)])
})
