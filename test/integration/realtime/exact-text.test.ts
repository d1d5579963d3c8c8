import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { WatchingTab } from '../../support/watching-tab.js'
import { holds } from '../../support/holds.js'

/** Numbered, so that a lost or doubled piece shows. */
const PIECES = Array.from({ length: 60 }, (_, index) => `w${index + 1} 汉😀 `)
const WHOLE = PIECES.join('')
const RUNS = Number(process.env.SCHEDULES ?? 8)

/** What happens to a tab once it has seen so many characters. */
const happening = fc.record({
  at: fc.integer({ min: 0, max: WHOLE.length - 20 }),
  what: fc.constantFrom('drop' as const, 'reload' as const),
})
const schedule = fc.array(fc.array(happening, { maxLength: 4 }), { minLength: 1, maxLength: 4 })

describe.each([
  ['off', RUNS],
  // Slower than people read, so fewer of them.
  ['paced', Math.ceil(RUNS / 4)],
  ['strict', Math.ceil(RUNS / 8)],
] as const)('every tab ends with exactly the text of the server, pace %s', (pace, runs) => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: PIECES, chunkMs: 4 }))
    arena = await startArena({
      models: twoModels(upstream.url),
      env: { FRAME_MS: '5', BLIND_PACE: pace },
    })
    person = await TestPerson.arrive(arena.url)
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const begin = async () => {
    const { conversationId } = await person.does('conversation:start', {
      mode: 'battle',
      text: 'Count.',
    })
    return conversationId
  }
  const seen = (tab: WatchingTab) => tab.answers()[0]?.[1].text.length ?? 0
  const isOver = (tab: WatchingTab) => tab.answers().some(([, { status }]) => status === 'done')

  async function live(tab: WatchingTab, happenings: { at: number; what: 'drop' | 'reload' }[]) {
    tab.open()
    for (const { at, what } of [...happenings].sort((one, other) => one.at - other.at)) {
      await tab.until(() => seen(tab) >= at || isOver(tab))
      tab.drop()
      if (what === 'reload') tab.reload()
      else tab.open()
    }
    await tab.ended()
  }

  it(
    `after any of ${runs} random schedules of drops and reloads in one to four tabs`,
    async () => {
      let tabsSeen = 0
      await holds(
        `exact-text-${pace}`,
        fc.asyncProperty(schedule, async (plans) => {
          const conversationId = await begin()
          const tabs = plans.map(() => new WatchingTab(arena.url, person.cookie, conversationId))
          await Promise.all(tabs.map((tab, at) => live(tab, plans[at]!)))
          const { snapshot } = await person.does('conversation:join', { conversationId })
          for (const tab of tabs) {
            tabsSeen += 1
            for (const [side, { text, status }] of tab.answers()) {
              expect(text).toBe(WHOLE)
              expect({ text, status }).toEqual({
                text: snapshot.turns[0]!.answers[side as 'a']!.text,
                status: 'done',
              })
            }
            tab.drop()
          }
        }),
        { runs, shrink: false, moreAtNight: false },
      )
      console.info(`${runs} schedules, pace ${pace}, ${tabsSeen} tabs: 0 differ from the server`)
    },
    30_000 + runs * 5_000,
  )

  if (pace !== 'off') return

  it('finds the whole prefix after a reload at any of 50 points, and the models are asked once', async () => {
    upstream.script(() => ({ text: PIECES, chunkMs: 25 }))
    const before = upstream.calls.length
    const conversationId = await begin()
    const tab = new WatchingTab(arena.url, person.cookie, conversationId)
    tab.open()
    const paints: number[] = []
    for (let point = 1; point <= 50; point += 1) {
      const least = Math.min(seen(tab) + 1, WHOLE.length)
      await tab.until(() => seen(tab) >= least || isOver(tab))
      const known = seen(tab)
      const begun = performance.now()
      tab.reload()
      await tab.until(() => tab.feed.snapshot !== null)
      paints.push(performance.now() - begun)
      const text = tab.answers()[0]![1].text
      expect(WHOLE.startsWith(text)).toBe(true)
      expect(text.length).toBeGreaterThanOrEqual(known)
    }
    await tab.ended()
    tab.drop()
    expect(tab.answers().map(([, { text }]) => text)).toEqual([WHOLE, WHOLE])
    expect(upstream.calls.length - before).toBe(2)
    const median = paints.sort((a, b) => a - b)[25]!
    console.info(`prefix after a reload: median ${median.toFixed(0)} ms of 50`)
    expect(median).toBeLessThan(500)
  }, 60_000)
})
