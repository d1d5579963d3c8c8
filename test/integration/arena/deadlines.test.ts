import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isTerminal, type BlindPace } from '#shared/vocabulary'
import { longestHoldMs } from '#server/domain/pacing/pace'
import { isVotable } from '#server/domain/voting/vote-rules'
import { FAULTS } from '../../support/fake-upstream/faults.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import type { Reply } from '../../support/fake-upstream/script.js'
import { keepDrawable } from '../../support/model-health.js'
import { fourModels } from '../../support/models.js'
import { SeededRandom } from '../../support/seeded-random.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const BATTLES: Record<BlindPace, number> = { off: 100, paced: 60, strict: 40 }
/** Of each arena at the same time: more than its providers take, fewer than may wait. */
const AT_ONCE = 20
const TIMEOUTS = { first_content_ms: 1_500, stall_ms: 800, total_ms: 3_000 }
/** What a turn has beyond its models' time and its pace, and the second in which that is looked at. */
const GRACE_MS = 11_000

/** What keeps an answer from its end in one way or another. */
const ENDLESS: Record<string, Reply> = {
  silence: { instead: 'silence' },
  stall: { text: ['Half an answer'], cut: { after: 1, by: 'stall' } },
  drip: { text: Array.from({ length: 60 }, (_, at) => `${at} `), chunkMs: 700 },
  comments: { text: [], flood: { piece: () => undefined }, chunkMs: 20 },
  commentsInText: { text: ['Begun. '], flood: { piece: () => undefined }, chunkMs: 20 },
  flood: { text: ['Begun. '], flood: { piece: (at) => `${at} and on ` }, chunkMs: 4 },
  slowClose: { text: ['All of it.'], closeMs: 20_000 },
  lateHeaders: { text: ['Late.'], firstByteMs: 1_400 },
  waits: { status: 429, retryAfter: { form: 'seconds', ms: 9_000 } },
  long: { text: ['So many words. '.repeat(400)] },
}
const REPLIES: readonly Reply[] = [
  ...Object.values(ENDLESS),
  ...Object.values(FAULTS).map((fault) => fault('words')),
  ...Array.from({ length: 8 }, (): Reply => ({ text: ['A plain ', 'answer.'] })),
]

describe('200 battles whose upstreams know no end', () => {
  const upstreams: FakeUpstream[] = []
  const arenas = new Map<BlindPace, TestArena>()

  beforeAll(async () => {
    const models: Record<string, object> = {}
    const random = new SeededRandom(4)
    for (const name of Object.keys(fourModels(''))) {
      const upstream = await startFakeUpstream()
      upstream.script(({ body }) => {
        const reply = random.pick(REPLIES)
        // Replayed from beginning to end, a flood would last for a minute.
        const tame = reply.flood && JSON.stringify(body).includes('strict')
        return tame ? { ...reply, flood: { ...reply.flood!, times: 300 } } : reply
      })
      upstreams.push(upstream)
      models[name] = { ...fourModels(upstream.url)[name], timeouts: TIMEOUTS }
    }
    for (const pace of Object.keys(BATTLES) as BlindPace[]) {
      const env = { BLIND_PACE: pace, PROVIDER_CONCURRENCY: '6' }
      const arena = await startArena({ models, env })
      keepDrawable(arena)
      arenas.set(pace, arena)
    }
  })
  afterAll(async () => {
    for (const arena of arenas.values()) await arena.close()
    for (const upstream of upstreams) await upstream.close()
  })

  /** @returns how long it took from its places to its end */
  async function play(person: TestPerson, pace: BlindPace): Promise<number> {
    const start = { mode: 'battle' as const, text: `Q ${pace}` }
    const { conversationId } = await person.does('conversation:start', start)
    const own = (frame: { conversationId: string }) => frame.conversationId === conversationId
    await person.hears('answer:started', own, 60_000)
    const began = performance.now()
    const { votable } = await person.hears('turn:done', own, 120_000)
    const took = performance.now() - began
    const limit = TIMEOUTS.first_content_ms + TIMEOUTS.total_ms
    expect(took).toBeLessThanOrEqual(limit + longestHoldMs(pace, false) + GRACE_MS)
    const { snapshot } = await person.does('conversation:join', { conversationId })
    const answers = Object.entries(snapshot.turns[0]!.answers)
    expect(votable).toBe(
      isVotable(
        'battle',
        answers.map(([, answer]) => answer),
      ),
    )
    for (const [side, { status, text }] of answers) {
      expect(isTerminal(status)).toBe(true)
      const heard = person.heard
        .filter(({ event }) => event === 'answer:delta')
        .map(({ payload }) => payload as { conversationId: string; side: string; text: string })
        .filter((frame) => own(frame) && frame.side === side)
      expect(heard.map((frame) => frame.text).join('')).toBe(text)
    }
    return took
  }

  it('all come to their end by their deadline, as it was told', async () => {
    const all = Object.entries(BATTLES) as [BlindPace, number][]
    const rows = await Promise.all(
      all.map(async ([pace, count]) => {
        const person = await TestPerson.arrive(arenas.get(pace)!.url)
        const took: number[] = []
        let left = count
        const worker = async () => {
          while (left-- > 0) took.push(await play(person, pace))
        }
        await Promise.all(Array.from({ length: AT_ONCE }, worker))
        person.leave()
        return { pace, took: took.sort((one, other) => one - other) }
      }),
    )
    for (const { pace, took } of rows) {
      const [middle, most] = [took[took.length >> 1]!, took.at(-1)!].map((ms) =>
        (ms / 1000).toFixed(1),
      )
      console.info(`${pace}: ${took.length} battles, ended after ${middle} s, at most ${most} s`)
    }
    expect(rows.map(({ took }) => took.length)).toEqual(Object.values(BATTLES))
  }, 180_000)
})
